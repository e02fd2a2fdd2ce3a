package org.migrationmodes.banner;

import org.jspecify.annotations.Nullable;

/**
 * What a {@code <meta>} start tag says by {@code http-equiv} and {@code content}, and a {@code <base>} start tag by {@code href},
 * gathered while it is read.
 */
final class MetaTag {

    /** The most that is kept of a value, in code units. */
    static final int MOST = 16 * 1024;

    private static final String POLICY = "content-security-policy";
    private static final String HTTP_EQUIV = "http-equiv";
    private static final String CONTENT = "content";
    private static final String HREF = "href";

    private final boolean xml;
    private final StringBuilder name = new StringBuilder(HTTP_EQUIV.length() + 1);
    private final StringBuilder httpEquiv = new StringBuilder(0);
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder href = new StringBuilder(0);
    private boolean seenHttpEquiv;
    private boolean seenContent;
    private boolean seenHref;
    /** Where the value goes that is being read. */
    private @Nullable StringBuilder value;

    MetaTag(boolean xml) {
        this.xml = xml;
    }

    /** Another tag begins. */
    void begin() {
        httpEquiv.setLength(0);
        content.setLength(0);
        href.setLength(0);
        seenHttpEquiv = false;
        seenContent = false;
        seenHref = false;
        value = null;
    }

    /** A code unit has led the tokenizer from a state to the next. */
    void take(TokenState from, TokenState to, int unit) {
        if (to == TokenState.ATTRIBUTE_NAME) {
            if (from != to) {
                name.setLength(0);
                value = null;
            }
            append(name, xml || !TagName.isUpperCase(unit) ? unit : unit | 0x20, HTTP_EQUIV.length() + 1);
        } else if (from == TokenState.ATTRIBUTE_NAME) {
            value = named();
        } else if (value != null && (to == TokenState.UNQUOTED || (from == to && isQuoted(to)))) {
            append(value, unit, MOST + 1);
        }
    }

    /** As {@link #take} for each byte of a quoted value, a byte a code unit. */
    void takeValue(byte[] bytes, int from, int to) {
        StringBuilder taking = value;
        for (int i = from; taking != null && i < to; i++) {
            append(taking, bytes[i] & 0xff, MOST + 1);
        }
    }

    /** HTML standard 13.2.5.33: of two attributes of one name the first counts. */
    private @Nullable StringBuilder named() {
        if (!seenHttpEquiv && HTTP_EQUIV.contentEquals(name)) {
            seenHttpEquiv = true;
            return httpEquiv;
        }
        if (!seenContent && CONTENT.contentEquals(name)) {
            seenContent = true;
            return content;
        }
        if (!seenHref && HREF.contentEquals(name)) {
            seenHref = true;
            return href;
        }
        return null;
    }

    private static boolean isQuoted(TokenState state) {
        return state == TokenState.DOUBLE_QUOTED || state == TokenState.SINGLE_QUOTED;
    }

    private static void append(StringBuilder text, int unit, int most) {
        if (text.length() < most) {
            text.append((char) unit);
        }
    }

    /** Whether it states a policy. */
    boolean isPolicy() {
        return CharacterReferences.resolve(httpEquiv.toString()).equalsIgnoreCase(POLICY);
    }

    /** As it is written, or the most of it and one more. */
    String content() {
        return content.toString();
    }

    /** As {@link #content}; null if there is none. */
    @Nullable
    String href() {
        return seenHref ? href.toString() : null;
    }
}
