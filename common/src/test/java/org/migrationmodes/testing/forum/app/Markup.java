package org.migrationmodes.testing.forum.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what people type into HTML: paragraphs, links and a few tags in brackets. Everything else stays text. */
final class Markup {
    private static final Pattern QUOTE = Pattern.compile("(?s)\\[quote(?:=([^\\]]*))?\\](.*?)\\[/quote\\]\\s*");
    private static final Pattern BOLD = Pattern.compile("(?s)\\[b\\](.*?)\\[/b\\]");
    private static final Pattern ITALIC = Pattern.compile("(?s)\\[i\\](.*?)\\[/i\\]");
    private static final Pattern CODE = Pattern.compile("(?s)\\[code\\](.*?)\\[/code\\]");
    private static final Pattern LINK = Pattern.compile("\\bhttps?://[^\\s<]+[^\\s<.,;:!?)]");

    private Markup() {}

    static Html render(String message) {
        String text = Html.escape(message.strip().replace("\r\n", "\n"));
        text = LINK.matcher(text).replaceAll("<a href=\"$0\" rel=\"nofollow\">$0</a>");
        text = BOLD.matcher(text).replaceAll("<strong>$1</strong>");
        text = ITALIC.matcher(text).replaceAll("<em>$1</em>");
        text = CODE.matcher(text).replaceAll("<code>$1</code>");
        text = QUOTE.matcher(text)
                .replaceAll(quote -> Matcher.quoteReplacement(
                        "<blockquote>" + author(quote.group(1)) + quote.group(2) + "</blockquote>"));
        return new Html("<div class=\"text\">" + text.replace("\n", "<br>") + "</div>");
    }

    private static String author(@Nullable String name) {
        return name == null || name.isEmpty() ? "" : "<cite>" + name + "</cite>";
    }
}
