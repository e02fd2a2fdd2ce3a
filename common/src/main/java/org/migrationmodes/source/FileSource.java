package org.migrationmodes.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.JsonText;

/**
 * A document in a file. It is believed by its content, once that is the same on two looks; the times of the file system
 * say nothing. Not thread-safe.
 */
final class FileSource {
    private static final Reading UNCHANGED = new Reading.Unchanged();

    private final List<Path> places;
    private @Nullable Path chosen;
    private byte @Nullable [] seen;
    private byte @Nullable [] reported;

    /** The first place that exists is chosen, for good. */
    FileSource(List<Path> places) {
        this.places = places;
    }

    /** The place that was chosen, null as long as none had a file. */
    @Nullable
    Path chosen() {
        return chosen;
    }

    /** Reads the file as it is now. Never throws; never waits for more than the file system. */
    Reading look() {
        if (chosen == null) {
            chosen = places.stream().filter(Files::isRegularFile).findFirst().orElse(null);
        }
        if (chosen == null) {
            return new Reading.Unavailable(
                    "no file at " + places.stream().map(Path::toString).collect(Collectors.joining(", nor at ")));
        }
        try (InputStream in = Files.newInputStream(chosen)) {
            return judge(chosen, in.readNBytes(JsonText.MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            return unavailable("there is no file " + chosen + " any more");
        } catch (IOException | SecurityException e) {
            return unavailable("cannot read " + chosen + ": " + e);
        }
    }

    /** What was reported was not heard: it is reported again. */
    void forget() {
        seen = null;
        reported = null;
    }

    /** Whether the last two looks saw the same. */
    boolean isSettled() {
        return chosen == null || Arrays.equals(seen, reported);
    }

    /** The folders in which a change may concern the file: its own, and where a link leads. */
    Set<Path> folders() {
        Set<Path> folders = new HashSet<>();
        for (Path place : chosen == null ? places : List.of(chosen)) {
            addParent(folders, place.toAbsolutePath());
            try {
                addParent(folders, place.toRealPath());
            } catch (IOException | SecurityException e) {
                // There is none yet, or none any more.
            }
        }
        return folders;
    }

    private static void addParent(Set<Path> folders, Path file) {
        Path parent = file.getParent();
        if (parent != null) {
            folders.add(parent);
        }
    }

    private Reading judge(Path file, byte[] content) {
        if (Arrays.equals(content, reported)) {
            seen = content;
            return UNCHANGED;
        }
        if (!Arrays.equals(content, seen)) {
            seen = content;
            return UNCHANGED;
        }
        reported = content;
        try {
            return new Reading.Changed(file.toString(), JsonText.decode(content), null);
        } catch (InvalidDocument e) {
            return new Reading.Unavailable(file + ": " + e.getMessage());
        }
    }

    private Reading unavailable(String reason) {
        // What comes back after an absence is reported again, even if it is the same.
        forget();
        return new Reading.Unavailable(reason);
    }
}
