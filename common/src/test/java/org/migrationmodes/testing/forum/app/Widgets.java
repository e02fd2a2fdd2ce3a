package org.migrationmodes.testing.forum.app;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small pieces that many pages share. */
final class Widgets {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final Pattern NAME_PARTS = Pattern.compile("[ _]+");
    private static final int COLOURS = 8;

    private Widgets() {}

    /** A round badge with the initials of a member, in a colour of the name's own. */
    static Html avatar(String name) {
        String initials = NAME_PARTS
                .splitAsStream(name)
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        int colour = Math.floorMod(name.hashCode(), COLOURS);
        return Html.of("<span class=\"avatar avatar-{}\" aria-hidden=\"true\">{}</span>", colour, initials);
    }

    static Html time(LocalDateTime time) {
        return Html.of("<time datetime=\"{}\">{}</time>", time, SHOWN.format(time));
    }

    static Html crumbs(Call call, Html... steps) {
        Html home = call.html("<a href=\"~/forums/list.page\">Forums</a>");
        Html rest = Html.join(List.of(steps).stream()
                .map(step -> Html.of("<li>{}</li>", step))
                .toList());
        return Html.of("<nav class=\"crumbs\" aria-label=\"You are here\"><ol><li>{}</li>{}</ol></nav>", home, rest);
    }

    /** A number with its noun, as {@code 1 reply} or {@code 2 replies}. */
    static Html count(int number, String one, String many) {
        return Html.of("<b>{}</b> {}", number, number == 1 ? one : many);
    }

    static Html note(String text) {
        return Html.of("<p class=\"note\">{}</p>", text);
    }

    static Html empty(String text) {
        return Html.of("<p class=\"empty\">{}</p>", text);
    }

    static Html field(String label, String name, String type, String value) {
        return Html.of(
                "<label class=\"field\"><span>{}</span><input type=\"{}\" name=\"{}\" value=\"{}\"></label>",
                label,
                type,
                name,
                value);
    }

    static Html area(String label, String name, int rows, String value) {
        // the parser drops one line break after the tag: without it a text that begins with one would lose it
        return Html.of(
                "<label class=\"field\"><span>{}</span><textarea name=\"{}\" rows=\"{}\">\n{}</textarea></label>",
                label,
                name,
                rows,
                value);
    }

    static Html hidden(String name, Object value) {
        return Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
    }

    /** The hidden fields that every form of the forum carries, since all go to one URL. */
    static Html target(String module, String action) {
        return Html.of("{}{}", hidden("module", module), hidden("action", action));
    }

    static Html pager(Call call, int total, int start, String before, String after) {
        if (total <= PostStore.PAGE) {
            return Html.EMPTY;
        }
        List<Html> pages = IntStream.rangeClosed(0, (total - 1) / PostStore.PAGE)
                .mapToObj(page -> page * PostStore.PAGE == start
                        ? Html.of("<li><span aria-current=\"page\">{}</span></li>", page + 1)
                        : call.html(
                                "<li><a href=\"~/{}/{}/{}.page\">{}</a></li>",
                                before,
                                page * PostStore.PAGE,
                                after,
                                page + 1))
                .toList();
        return Html.of("<nav class=\"pager\" aria-label=\"Pages\"><ol>{}</ol></nav>", Html.join(pages));
    }
}
