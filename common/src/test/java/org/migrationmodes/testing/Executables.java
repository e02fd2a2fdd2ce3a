package org.migrationmodes.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs on a search path. */
final class Executables {
    private final String searchPath;

    Executables(String searchPath) {
        this.searchPath = searchPath;
    }

    static Executables onThePath() {
        return new Executables(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** The first name that is found anywhere. */
    Optional<Path> find(String... names) {
        return Arrays.stream(names).flatMap(this::candidates).findFirst();
    }

    private Stream<Path> candidates(String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(searchPath)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }
}
