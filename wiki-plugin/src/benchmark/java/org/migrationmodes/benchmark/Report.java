package org.migrationmodes.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of which each measurement writes its own part, between two comments. */
public final class Report {
    private final Path page;

    /**
     * A page that is there.
     *
     * @param page its file
     */
    public Report(Path page) {
        this.page = page;
    }

    /**
     * Replaces a part.
     *
     * @param part its name
     * @param content what it says from now on
     * @throws IOException if the page cannot be read or written
     */
    public void write(String part, String content) throws IOException {
        String begin = "<!-- " + part + ": written by the profile benchmark -->\n";
        String end = "<!-- end of " + part + " -->\n";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(page + " has no place for " + part);
        }
        Files.writeString(page, text.substring(0, from) + begin + "\n" + content + "\n" + text.substring(to));
    }

    /**
     * What it was measured on.
     *
     * @return cores, system and Java
     */
    public static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }
}
