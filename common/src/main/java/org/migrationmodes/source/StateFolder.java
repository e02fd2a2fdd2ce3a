package org.migrationmodes.source;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;

/** The folder in which the last good documents outlive a restart; a file for each. */
class StateFolder {
    // Without upper case, since some file systems do not tell it from lower case.
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z0-9._-]{1,80}");
    private static final int MOST_READABLE = 80;

    private final @Nullable Path folder;
    private final String prefix;

    /**
     * What was found of a copy.
     *
     * @param copy null if there is none, or none that makes sense
     * @param problem why there was one and its content is lost
     */
    record Found(@Nullable Copy copy, @Nullable String problem) {
        private static final Found NOTHING = new Found(null, null);
    }

    /**
     * @param folder null where none is known: then nothing is kept
     * @param name what tells this web application and service from others that share the folder
     */
    StateFolder(@Nullable Path folder, String name) {
        this.folder = folder;
        this.prefix = fileName(name);
    }

    boolean isKnown() {
        return folder != null;
    }

    /** Where a copy is kept; only in a folder that is known. */
    Path file(String slot) {
        return known().resolve(prefix + "." + slot + ".json");
    }

    /** Reads a copy; one that makes no sense is set aside. */
    Found read(String slot) {
        if (folder == null) {
            return Found.NOTHING;
        }
        Path file = file(slot);
        try {
            if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
                return Found.NOTHING;
            }
            return new Found(Copy.fromJson(Files.readString(file)), null);
        } catch (NoSuchFileException e) {
            return Found.NOTHING;
        } catch (CharacterCodingException e) {
            return setAside(file, "not UTF-8");
        } catch (IOException | SecurityException e) {
            return new Found(null, "cannot read " + file + ": " + e);
        } catch (InvalidDocument e) {
            return setAside(file, e.getMessage());
        }
    }

    /** Replaces a copy as a whole; on failure the old one stays. */
    void write(String slot, Copy copy) throws IOException {
        Path file = file(slot);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(known());
        Files.deleteIfExists(written);
        Files.createFile(written, ownerOnly(known()));
        // Unlike a channel, a stream is not broken by the interrupt that comes with closing.
        try (FileOutputStream out = new FileOutputStream(written.toFile())) {
            out.write(copy.toJson().getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        rename(written, file);
        syncFolder();
    }

    /** Where that can be done: else a power cut might bring back the copy before. */
    private void syncFolder() {
        try (FileChannel channel = FileChannel.open(known(), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; there the rename is all that can be had.
        }
    }

    private Path known() {
        return Objects.requireNonNull(folder, "no folder for the last good documents is known");
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

    private static Found setAside(Path file, String why) {
        Path aside = file.resolveSibling(file.getFileName() + ".refused");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Found(null, file + " is no copy of a document (" + why + "); it now lies at " + aside);
        } catch (IOException e) {
            return new Found(null, file + " is no copy of a document (" + why + "), and cannot be set aside: " + e);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(folder);
    }
}
