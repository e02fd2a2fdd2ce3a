package org.migrationmodes.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cases that parsers of HTML are tested with, which come with Go's: each becomes a page, as it is and with a body tag at
 * its end.
 */
final class ParserCases {
    static final String PACKAGE = "golang-golang-x-net-dev";
    private static final Pattern DATA = Pattern.compile("^#data\n(.*?)\n#errors\n", Pattern.MULTILINE | Pattern.DOTALL);

    private static final String FOLDER = "cases";

    private ParserCases() {}

    static boolean hold(Path page) {
        return page.endsWith(Path.of(PACKAGE, FOLDER, page.getFileName().toString()));
    }

    static void split(Path folder) throws IOException {
        Path pages = Files.createDirectories(folder.resolve(FOLDER));
        List<Path> sources;
        try (Stream<Path> all = Files.walk(folder)) {
            sources = all.filter(file -> file.toString().endsWith(".dat"))
                    .sorted()
                    .toList();
        }
        for (Path source : sources) {
            String name = source.getFileName().toString().replace(".dat", "");
            Matcher data = DATA.matcher(Files.readString(source, UTF_8));
            for (int number = 0; data.find(); number++) {
                Path page = pages.resolve(name + "-" + number + ".html");
                Files.writeString(page, data.group(1));
                Files.writeString(pages.resolve(name + "-" + number + "-body.html"), data.group(1) + "<body>text");
            }
        }
    }
}
