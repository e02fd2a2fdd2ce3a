package org.migrationmodes.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The profiles of this module and of the plugins beside it. */
final class ShippedProfiles {
    private static final List<String> FOLDERS = List.of(
            "common/src/main/resources/org/migrationmodes/gate/profiles",
            "forum-plugin/src/main/resources/org/migrationmodes/forum/profiles",
            "wiki-plugin/src/main/resources/org/migrationmodes/wiki/profiles");

    private ShippedProfiles() {}

    static Stream<String> all() {
        return FOLDERS.stream().flatMap(ShippedProfiles::files).map(ShippedProfiles::text);
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of("..").resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
