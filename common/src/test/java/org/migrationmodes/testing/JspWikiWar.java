package org.migrationmodes.testing;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.tomcat.jakartaee.EESpecProfiles;
import org.apache.tomcat.jakartaee.Migration;

/**
 * A war that was written for {@code javax.servlet}, converted for {@code jakarta.servlet} and unpacked. Done once: the
 * folder appears beside the war by a rename, when it is complete.
 */
final class JspWikiWar {
    private JspWikiWar() {}

    /** The folder of a war; takes 5-15 seconds the first time. Safe against other processes that do the same. */
    static Path unpacked(Path war) throws IOException {
        if (!Files.isRegularFile(war)) {
            throw new IllegalStateException("JSPWiki's war is missing: " + war.toAbsolutePath()
                    + " (mvn pre-integration-test copies it there)");
        }
        // the size tells versions apart
        Path folder = war.toAbsolutePath().resolveSibling("jspwiki-" + Files.size(war));
        if (!Files.isDirectory(folder)) {
            convert(war, folder);
        }
        return folder;
    }

    private static void convert(Path war, Path folder) throws IOException {
        Path work = Files.createTempDirectory(folder.getParent(), "converting");
        // a line for each archive, of interest only if it fails
        CapturedLog log = new CapturedLog();
        try {
            Migration migration = new Migration();
            migration.setEESpecProfile(EESpecProfiles.EE);
            migration.setSource(war.toFile());
            Path converted = work.resolve("jakarta.war");
            migration.setDestination(converted.toFile());
            migration.execute();
            Path unpacked = work.resolve("unpacked");
            Unzip.unzip(converted, unpacked);
            moveUnlessThere(unpacked, folder);
        } catch (IOException e) {
            throw new IOException("Could not convert " + war + ":\n" + log.text(), e);
        } finally {
            log.close();
            TempFolder.delete(work);
        }
    }

    private static void moveUnlessThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // another process was faster: its folder is as good as ours
            if (!Files.isDirectory(to)) {
                throw e;
            }
        }
    }
}
