package org.migrationmodes.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;

/** The folder in which the last good documents outlive a restart; a file for each. */
final class StateFolder {
    private final System.Logger log = System.getLogger(StateFolder.class.getName());
    private final @Nullable Path folder;
    private final String prefix;
    private volatile @Nullable String trouble;

    /**
     * @param folder null where none is known: then nothing is kept, and the status says so
     * @param name what tells this web application and service from others that share the folder
     */
    StateFolder(@Nullable Path folder, String name) {
        this.folder = folder;
        this.prefix = name.replaceAll("[^A-Za-z0-9._-]", "_");
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
        if (folder == null) {
            return null;
        }
        Path file = file(folder, slot);
        try {
            return Copy.fromJson(Files.readString(file));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | SecurityException e) {
            report("cannot read " + file + ": " + e);
            return null;
        } catch (InvalidDocument e) {
            setAside(file, e.getMessage());
            return null;
        }
    }

    /** Replaces the copy as a whole; a failure is a warning and shows in the status. */
    void write(String slot, Copy copy) {
        if (folder == null) {
            return;
        }
        Path file = file(folder, slot);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    written,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(copy.toJson().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            rename(written, file);
            trouble = null;
        } catch (IOException | SecurityException e) {
            report("cannot keep the last good document in " + file + ", so it will not outlive a restart: " + e);
        }
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
        if (!problem.equals(trouble)) {
            log.log(System.Logger.Level.WARNING, problem);
        }
        trouble = problem;
    }

    private Path file(Path parent, String slot) {
        return parent.resolve(prefix + "." + slot + ".json");
    }
}
