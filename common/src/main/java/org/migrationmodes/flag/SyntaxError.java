package org.migrationmodes.flag;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says what is wrong with a text that is no JSON, in words for somebody who edits it and not for a programmer. */
final class SyntaxError {
    private static final int SHOWN = 60;
    private static final Pattern SECRET_KEY = Pattern.compile("(?i)token|password");
    private static final Pattern UNQUOTED = Pattern.compile("(Unrecognized token) '[^']*'");

    /** What the parser says, and what we say instead; the first that is found counts. */
    private record Translation(Pattern said, String words) {
        static Translation of(String said, String words) {
            return new Translation(Pattern.compile(said), words);
        }
    }

    private static final List<Translation> TRANSLATIONS = List.of(
            Translation.of("end-of-input", "the text ends too early; a closing }, ], */ or quotation mark is missing"),
            Translation.of("Duplicate Object property \"(.*)\"", "the key \"$1\" stands twice in the same object"),
            Translation.of(
                    "Unexpected character \\('([“”„‟«»‘’‚])'",
                    "found $1 where a straight double quote (\") is needed; word processors and mail programs change it"),
            Translation.of(
                    "Unexpected character \\('(.)'.*double-quote to start property name",
                    "found $1 where a key in double quotes is expected"),
            Translation.of(
                    "Unexpected character \\('(.)'.*colon to separate property name",
                    "found $1 where a colon is expected after the key"),
            Translation.of(
                    "Unexpected character \\('(.)'.*comma to separate",
                    "found $1 where a comma or a closing bracket is expected; a comma may be missing before it"),
            Translation.of(
                    "Unexpected close marker '(.)': expected '(.)'", "found $1 where $2 would close what is open"),
            Translation.of("Unexpected character \\('(.)'", "found $1 where a value is expected"),
            Translation.of("Unrecognized token '([^']*)'", "$1 is no value; a text needs double quotes around it"),
            Translation.of("[Cc]haracter escape", "a backslash in a text must be written twice"),
            Translation.of(
                    "CTRL-CHAR|[Cc]ontrol character|Illegal character",
                    "a line break, a tab or another control character stands in the text; a closing quotation mark"
                            + " may be missing before it"),
            Translation.of("Trailing token", "something follows after the closing }"),
            Translation.of("nesting depth", "too many objects or lists within each other"),
            Translation.of("[Nn]umber value length", "the number has too many digits"),
            Translation.of("[Nn]ame (value )?length", "the key is too long"),
            Translation.of("numeric value|[Nn]umber", "not a number as JSON writes it"));

    private SyntaxError() {}

    static InvalidDocument of(String text, JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        if (location == null || location.getLineNr() < 1) {
            return new InvalidDocument("", problem(text, e.getOriginalMessage()));
        }
        int number = location.getLineNr();
        boolean secret = mayHoldSecret(text, number);
        String said = e.getOriginalMessage();
        String problem = problem(text, secret ? UNQUOTED.matcher(said).replaceAll("$1 'what stands there'") : said);
        String near = secret ? "" : near(text, number);
        return new InvalidDocument(
                "line " + number + ", column " + location.getColumnNr(),
                problem + (near.isEmpty() ? "" : ", at: " + near));
    }

    private static String problem(String text, String said) {
        if (text.stripLeading().startsWith("<")) {
            return "this is a web page or XML, and not JSON";
        }
        for (Translation translation : TRANSLATIONS) {
            Matcher matcher = translation.said().matcher(said);
            if (matcher.find()) {
                StringBuilder words = new StringBuilder();
                matcher.appendReplacement(words, translation.words());
                return words.substring(matcher.start());
            }
        }
        return said.lines().findFirst().orElse("not JSON");
    }

    private static String near(String text, int number) {
        String line = text.lines().skip(number - 1L).findFirst().orElse("").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    /** A line, or the one before it, where a value may have been wrapped; this goes into logs. */
    private static boolean mayHoldSecret(String text, int number) {
        return text.lines()
                .skip(Math.max(0, number - 2L))
                .limit(Math.min(number, 2L))
                .anyMatch(line -> SECRET_KEY.matcher(line).find() || Secrets.hasPrivateKey(line));
    }
}
