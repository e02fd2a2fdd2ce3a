package org.migrationmodes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The contents of folders and files, to be compared before and after. */
final class Snapshot {
    private final SortedMap<String, String> contents = new TreeMap<>();
    private final Path base;

    Snapshot(Path base) {
        this.base = base;
    }

    /** Adds a file or all files of a tree. */
    Snapshot with(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            files.filter(Files::isRegularFile).forEach(this::add);
        } catch (NoSuchFileException e) {
            // nothing there is a state too
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Relative path to content; bytes that are no text are still told apart, since one byte is one char. */
    SortedMap<String, String> contents() {
        return contents;
    }

    private void add(Path file) {
        try {
            contents.put(
                    base.relativize(file).toString(),
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
