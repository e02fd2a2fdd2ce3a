package org.migrationmodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's own pages: their examples, tables and links. */
final class Documentation {
    static final Path ROOT = root();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(jsonc?)\\n(.*?)^ *```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Documentation() {}

    /** An example in a page; {@code json} is a published flag, {@code jsonc} a configuration file. */
    record Block(Path page, boolean isConfiguration, String text) {
        @Override
        public String toString() {
            return page + ": " + text;
        }
    }

    /** What somebody wrote, and what the log says of it. */
    record Row(String written, String said) {}

    /** A link as it stands in a page. */
    record Link(Path page, String target) {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/flag.schema.json"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static List<Path> pages() {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = BLOCK.matcher(read(page));
            while (matcher.find()) {
                blocks.add(new Block(ROOT.relativize(page), matcher.group(1).equals("jsonc"), matcher.group(2)));
            }
        }
        return blocks;
    }

    static List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = LINK.matcher(read(page));
            while (matcher.find()) {
                links.add(new Link(page, matcher.group(1)));
            }
        }
        return links;
    }

    /** The rows of the table that follows a comment in a page: pieces of code in the first cell are lines. */
    static List<Row> table(String page, String comment) {
        return lines(page, comment)
                .map(line -> line.split(" \\| ", 2))
                .map(cells -> new Row(code(cells[0]), code(cells[1])))
                .toList();
    }

    /** The cells of the table that follows a comment in a page. */
    static List<List<String>> cells(String page, String comment) {
        return lines(page, comment)
                .map(line -> line.substring(1, line.length() - 1).split("\\|"))
                .map(cells -> Stream.of(cells).map(String::strip).toList())
                .toList();
    }

    private static Stream<String> lines(String page, String comment) {
        return read(ROOT.resolve(page))
                .split("<!-- " + comment + " -->\n", 2)[1]
                .strip()
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2);
    }

    /** The pieces of code in a cell, each a line. */
    static String code(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.joining("\n"));
    }
}
