package org.migrationmodes.banner;

import java.util.Locale;

/** Text as HTML in ASCII, so that it means the same in every charset that a host may use. */
public final class Markup {
    private final StringBuilder html = new StringBuilder(512);

    /**
     * Appends markup as it is.
     *
     * @param markup ASCII
     * @return this
     */
    public Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    /**
     * Appends text for an element's content or an attribute in double quotes.
     *
     * @param text plain text in any script
     * @return this
     */
    public Markup text(String text) {
        // Forms come with CR LF (HTML, section 4.10.21.4), and a CR has no place in markup.
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(this::character);
        return this;
    }

    private void character(int c) {
        boolean plain = c >= 0x20 && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"' && c != '\'';
        if (plain || c == '\n' || c == '\t') {
            html.append((char) c);
        } else if (isNoCharacter(c)) {
            html.append("&#xFFFD;");
        } else {
            html.append("&#x")
                    .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                    .append(';');
        }
    }

    /** HTML, section 13.2.5.80: references to these are errors or mean something else. */
    private static boolean isNoCharacter(int c) {
        return c < 0x20
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
