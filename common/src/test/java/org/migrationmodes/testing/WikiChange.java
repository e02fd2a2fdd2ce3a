package org.migrationmodes.testing;

import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened to a wiki's contents since a moment. */
public final class WikiChange {
    private final JspWiki wiki;
    private final SortedMap<String, String> before;

    private WikiChange(JspWiki wiki) {
        this.wiki = wiki;
        before = wiki.snapshot();
    }

    /** Looks at the wiki now. */
    public static WikiChange since(JspWiki wiki) {
        return new WikiChange(wiki);
    }

    /** The lines that are in one state and not in the other, each with its file; empty if nothing changed. */
    public String text() {
        SortedMap<String, String> after = wiki.snapshot();
        return Stream.concat(difference("- ", before, after), difference("+ ", after, before))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> difference(
            String sign, SortedMap<String, String> these, SortedMap<String, String> those) {
        return these.entrySet().stream()
                .filter(file -> !file.getValue().equals(those.get(file.getKey())))
                .flatMap(file -> lines(sign + file.getKey(), file.getValue(), those.getOrDefault(file.getKey(), "")));
    }

    /** The file itself too, since lines may just have changed places. */
    private static Stream<String> lines(String file, String text, String other) {
        TreeSet<String> rest = text.lines().collect(Collectors.toCollection(TreeSet::new));
        other.lines().forEach(rest::remove);
        return Stream.concat(Stream.of(file), rest.stream().map(line -> file + ": " + line));
    }
}
