package org.migrationmodes.corpus;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was seen, as a part of a page. */
record Figures(Path files, List<String> versions, List<Page> pages, List<Page> judged, List<Page> unexplained) {
    private static final String BEGIN = "<!-- figures: written by the profile corpus -->\n";
    private static final String END = "<!-- end of figures -->\n";

    void write(Path document) throws IOException {
        String text = Files.readString(document);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalStateException(document + " has no place for figures");
        }
        Files.writeString(document, text.substring(0, from) + BEGIN + "\n" + figures() + "\n" + text.substring(to));
    }

    private String figures() {
        StringBuilder text = new StringBuilder("""
                | | pages of packages | cases of parsers |
                |---|---|---|
                """);
        row(text, "served in each of four ways", pages);
        row(
                text,
                "have a real body tag, by the oracle",
                those(page -> page.oracle().first() >= 0));
        row(
                text,
                "have a banner",
                those(page -> page.banners().values().stream().anyMatch(at -> at >= 0)));
        row(
                text,
                "look as if they had more body tags than are real",
                those(page -> page.oracle().starts().size() > 1));
        row(
                text,
                "no banner by rule: the tag ends beyond the bound",
                those(page -> page.has(Finding.BEYOND_THE_BOUND)));
        row(text, "no banner by rule: begins with text", those(page -> page.has(Finding.BEGINS_WITH_TEXT)));
        row(
                text,
                "a banner that no browser shows, by rule: a hidden input before a frameset",
                those(page -> page.has(Finding.INPUT_BEFORE_A_FRAMESET)));
        row(text, "read differently by the oracle, and as here by Chromium", judged);
        row(text, "differences without a reason", unexplained);
        text.append("\nMade by: ")
                .append(counts(page -> page.oracle().generator()))
                .append(".\n");
        text.append("\nWritten in, by their own words: ")
                .append(counts(page -> page.oracle().charset()))
                .append(".\n\nFrom: ")
                .append(String.join(", ", versions))
                .append(".\n");
        return text.toString();
    }

    private static void row(StringBuilder text, String what, List<Page> those) {
        long cases =
                those.stream().filter(page -> ParserCases.hold(page.file())).count();
        text.append("| ").append(what).append(" | ").append(those.size() - cases);
        text.append(" | ").append(cases).append(" |\n");
    }

    private List<Page> those(Predicate<Page> predicate) {
        return pages.stream().filter(predicate).toList();
    }

    private String counts(Function<Page, String> what) {
        Map<String, Long> counts = pages.stream().collect(groupingBy(what, counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(entry -> entry.getKey().replace("|", "") + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
