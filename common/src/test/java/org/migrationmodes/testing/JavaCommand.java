package org.migrationmodes.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A command line of the Java that we run in. */
final class JavaCommand {
    private final List<String> words = new ArrayList<>();

    JavaCommand() {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    JavaCommand addOpens(String... packages) {
        for (String name : packages) {
            words.add("--add-opens=" + name + "=ALL-UNNAMED");
        }
        return this;
    }

    JavaCommand property(String name, String value) {
        words.add("-D" + name + '=' + value);
        return this;
    }

    JavaCommand properties(Map<String, String> properties) {
        properties.forEach(this::property);
        return this;
    }

    JavaCommand classPath(Path... jars) {
        words.add("-cp");
        words.add(Arrays.stream(jars).map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        return this;
    }

    List<String> run(String... classAndArguments) {
        words.addAll(List.of(classAndArguments));
        return List.copyOf(words);
    }
}
