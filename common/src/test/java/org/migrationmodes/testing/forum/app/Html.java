package org.migrationmodes.testing.forum.app;

import java.util.Collection;
import java.util.stream.Collectors;

/** A piece of markup. Whatever is put into a template is escaped, unless it is markup already. */
record Html(String markup) {
    static final Html EMPTY = new Html("");
    private static final String HOLE = "{}";

    /** Fills each {@code {}} of a template. */
    static Html of(String template, Object... values) {
        StringBuilder out = new StringBuilder(template.length() * 2);
        int from = 0;
        for (Object value : values) {
            int hole = template.indexOf(HOLE, from);
            if (hole < 0) {
                throw new IllegalArgumentException("more values than places: " + template);
            }
            out.append(template, from, hole).append(value instanceof Html html ? html.markup : escape(value));
            from = hole + HOLE.length();
        }
        if (template.indexOf(HOLE, from) >= 0) {
            throw new IllegalArgumentException("fewer values than places: " + template);
        }
        return new Html(out.append(template, from, template.length()).toString());
    }

    static Html join(Collection<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }

    /** The markup if the condition holds, else nothing. */
    Html when(boolean condition) {
        return condition ? this : EMPTY;
    }

    static String escape(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return markup;
    }
}
