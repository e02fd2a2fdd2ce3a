package org.migrationmodes.benchmark.weight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** What a jar consists of. */
final class JarTable {
    private static final String LIBRARIES = "org/migrationmodes/internal/";
    private static final String OURS = "org/migrationmodes/";

    /** Files of one origin. */
    private record Part(String name, long packed, long unpacked, long classes) {
        static Part of(ZipEntry file) {
            return new Part(
                    origin(file.getName()),
                    file.getCompressedSize(),
                    file.getSize(),
                    file.getName().endsWith(".class") ? 1 : 0);
        }

        Part plus(Part more) {
            return new Part(name, packed + more.packed, unpacked + more.unpacked, classes + more.classes);
        }

        String row() {
            return String.format(
                    Locale.ROOT, "| %s | %.0f | %.0f | %d |%n", name, packed / 1e3, unpacked / 1e3, classes);
        }
    }

    private JarTable() {}

    static String of(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Map<String, Part> parts = jar.stream()
                    .filter(file -> !file.isDirectory())
                    .map(Part::of)
                    .collect(Collectors.toMap(Part::name, part -> part, Part::plus, TreeMap::new));
            Part all = parts.values().stream()
                    .reduce((one, other) ->
                            new Part("all files", 0, 0, 0).plus(one).plus(other))
                    .orElseThrow();
            return "| of `" + path.getFileName() + "`, " + Files.size(path) / 1000
                    + " kB | packed, kB | unpacked, kB | classes |\n|---|---|---|---|\n"
                    + parts.values().stream()
                            .sorted(Comparator.comparing(Part::packed).reversed())
                            .map(Part::row)
                            .collect(Collectors.joining())
                    + all.row();
        }
    }

    private static String origin(String file) {
        if (file.startsWith(LIBRARIES)) {
            return file.substring(LIBRARIES.length()).split("/", -1)[0];
        }
        return file.startsWith(OURS) ? "the plugin itself" : "licences, manifest, the container's doorway";
    }
}
