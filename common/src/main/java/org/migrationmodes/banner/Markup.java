package org.migrationmodes.banner;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text as HTML in ASCII, so that it means the same in every charset that a host may use. */
public final class Markup {
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = 0x20; c < 0x7F; c++) {
            PLAIN[c] = "<>&\"'".indexOf(c) < 0;
        }
        PLAIN['\n'] = true;
        PLAIN['\t'] = true;
    }

    private final StringBuilder html;

    /** Makes an empty one. */
    public Markup() {
        this(512);
    }

    /**
     * Makes an empty one.
     *
     * @param length how long it may become, in characters; it may become longer
     */
    public Markup(int length) {
        this.html = new StringBuilder(length);
    }

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
        // a part of its own is copied as a whole, and in place one character at a time
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                if (plain < i) {
                    html.append(text.substring(plain, i));
                }
                int c = text.codePointAt(i);
                i += Character.charCount(c) - 1;
                plain = i + 1;
                // Forms come with CR LF (HTML, section 4.10.21.4), and a CR has no place in markup.
                if (c != '\r') {
                    reference(c);
                } else if (!text.startsWith("\n", plain)) {
                    html.append('\n');
                }
            }
        }
        html.append(text.substring(plain));
        return this;
    }

    private static boolean isPlain(char c) {
        return c < PLAIN.length && PLAIN[c];
    }

    private void reference(int c) {
        if (isNoCharacter(c)) {
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

    /**
     * What was appended.
     *
     * @return its ASCII
     */
    public byte[] toBytes() {
        return html.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
