package org.migrationmodes.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** One file, served in each way. */
record Page(Path file, Oracle oracle, Map<Way, Integer> banners, Map<Way, Finding> findings) {

    static Page look(Path file, Servers servers) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(file);
        SourceText source = SourceText.of(bytes);
        Oracle oracle = Oracle.of(source);
        Map<Way, Integer> banners = new EnumMap<>(Way.class);
        Map<Way, Finding> findings = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            int banner = banner(file, source, bytes, servers.get(way, file));
            banners.put(way, banner);
            findings.put(way, Finding.of(source, oracle, way, banner));
        }
        return new Page(file, oracle, banners, findings);
    }

    /** Takes the banner out and requires that the rest is the file. */
    private static int banner(Path file, SourceText source, byte[] bytes, byte[] answer) {
        String with = new String(answer, StandardCharsets.ISO_8859_1);
        String markup = new String(CorpusFilter.MARKUP.getBytes(source.charset()), StandardCharsets.ISO_8859_1);
        int at = with.indexOf(markup);
        String without = at < 0 ? with : with.substring(0, at) + with.substring(at + markup.length());
        if (!without.equals(new String(bytes, StandardCharsets.ISO_8859_1))) {
            throw new IllegalStateException(file + " came back with other bytes");
        }
        return at < 0 ? -1 : new String(answer, 0, at, source.charset()).length();
    }

    boolean has(Finding finding) {
        return findings.containsValue(finding);
    }
}
