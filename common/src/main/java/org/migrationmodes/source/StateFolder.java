package org.migrationmodes.source;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;

/** The folder in which the last good documents outlive a restart; a file for each. */
final class StateFolder {
    // Without upper case, since some file systems do not tell it from lower case.
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z0-9._-]{1,80}");
    private static final int MOST_READABLE = 80;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final System.Logger log = System.getLogger(StateFolder.class.getName());
    private final @Nullable Path folder;
    private final String prefix;
    private final Map<String, Copy> unwritten = new LinkedHashMap<>();
    private final Set<String> warned = new HashSet<>();
    private Instant lastTry = Instant.EPOCH;
    private final Set<String> lost = new HashSet<>();
    private volatile @Nullable String trouble;

    /**
     * @param folder null where none is known: then nothing is kept, and the status says so
     * @param name what tells this web application and service from others that share the folder
     */
    StateFolder(@Nullable Path folder, String name) {
        this.folder = folder;
        this.prefix = fileName(name);
        if (folder == null) {
            report("no folder for the last good documents is known, so the mode will not outlive a restart; name one as"
                    + " migration.state");
        }
    }

    /** Why documents cannot be kept at the moment; null if all is well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** The copy, or null if there is none or it makes no sense; then it is set aside. */
    @Nullable
    Copy read(String slot) {
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        Path file = file(folder, slot);
        try {
            return Copy.fromJson(Files.readString(file));
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException e) {
            setAside(file, "not UTF-8");
        } catch (IOException | SecurityException e) {
            report("cannot read " + file + ": " + e);
        } catch (InvalidDocument e) {
            setAside(file, e.getMessage());
        }
        lost.add(slot);
        return null;
    }

    /** Whether there was a copy that could not be read, so that nobody knows any more what it said. */
    boolean isLost(String slot) {
        return lost.contains(slot);
    }

    /** Replaces the copy as a whole; a failure is a warning, shows in the status, and is made good by {@link #retry}. */
    void write(String slot, Copy copy) {
        if (folder == null) {
            return;
        }
        Path file = file(folder, slot);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(written);
            Files.createFile(written, ownerOnly(folder));
            // Unlike a channel, a stream is not broken by the interrupt that comes with closing.
            try (FileOutputStream out = new FileOutputStream(written.toFile())) {
                out.write(copy.toJson().getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            rename(written, file);
            unwritten.remove(slot);
            if (unwritten.isEmpty()) {
                trouble = null;
                warned.clear();
            }
        } catch (IOException | SecurityException e) {
            unwritten.put(slot, copy);
            report("cannot keep the last good document in " + file + ", so it will not outlive a restart: " + e);
        }
    }

    /** Tries again to write what could not be written, now and then. */
    void retry(Instant now) {
        // A clock that was set back counts as time that has passed.
        if (unwritten.isEmpty() || Duration.between(lastTry, now).abs().compareTo(BETWEEN_TRIES) < 0) {
            return;
        }
        lastTry = now;
        Map.copyOf(unwritten).forEach(this::write);
    }

    /** The configuration holds secrets, so its copy is for the owner's eyes, where the file system can say so. */
    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A name that needs other characters is told from its likes by a hash. */
    private static String fileName(String name) {
        if (PLAIN_NAME.matcher(name).matches()) {
            return name;
        }
        String readable = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return readable.substring(0, Math.min(readable.length(), MOST_READABLE)) + "-"
                + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void setAside(Path file, String why) {
        Path aside = file.resolveSibling(file.getFileName() + ".refused");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            report(file + " is no copy of a document (" + why + "); it now lies at " + aside);
        } catch (IOException e) {
            report(file + " is no copy of a document (" + why + "), and cannot be set aside: " + e);
        }
    }

    private void report(String problem) {
        if (warned.add(problem)) {
            log.log(System.Logger.Level.WARNING, problem);
        }
        trouble = problem;
    }

    private Path file(Path parent, String slot) {
        return parent.resolve(prefix + "." + slot + ".json");
    }
}
