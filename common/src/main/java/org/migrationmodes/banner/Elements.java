package org.migrationmodes.banner;

import java.util.Map;
import java.util.TreeMap;

/** What has to be known of HTML's elements by their names, all with one search. */
final class Elements {
    /** HTML standard 13.2.6.4.4 and .7; noscript as a browser that runs scripts has it. */
    static final int RAW_TEXT = 1;

    /** HTML standard 13.2.6.4.2 to .6: all others open a body, and a meta element behind them is in it. */
    static final int BEFORE_BODY = 2;

    /** HTML standard 13.2.6.4.7: what leaves no way to a frameset. A hidden input does, and is not told from others. */
    static final int NOT_FRAMESET_OK = 4;

    private static final int BITS = 8;
    /** A table that is mostly empty: a search takes one look where there is nothing, and hardly more for the others. */
    private static final int SLOTS = 1 << BITS;

    private static final long[] NAMES = new long[SLOTS];
    private static final byte[] KINDS = new byte[SLOTS];

    static {
        Map<Long, Integer> kinds = new TreeMap<>();
        put(
                kinds,
                RAW_TEXT,
                "iframe",
                "noembed",
                "noframes",
                "noscript",
                "script",
                "style",
                "textarea",
                "title",
                "xmp");
        put(
                kinds,
                BEFORE_BODY,
                "base",
                "basefont",
                "bgsound",
                "head",
                "html",
                "link",
                "meta",
                "noframes",
                "noscript",
                "script",
                "style",
                "template",
                "title");
        put(
                kinds,
                NOT_FRAMESET_OK,
                "applet",
                "area",
                "br",
                "button",
                "dd",
                "dt",
                "embed",
                "hr",
                "iframe",
                "image",
                "img",
                "input",
                "keygen",
                "li",
                "listing",
                "marquee",
                "object",
                "pre",
                "select",
                "table",
                "textarea",
                "wbr",
                "xmp");
        kinds.forEach((name, kind) -> {
            int slot = slot(name);
            while (NAMES[slot] != TagName.NONE) {
                slot = next(slot);
            }
            NAMES[slot] = name;
            KINDS[slot] = kind.byteValue();
        });
    }

    private Elements() {}

    private static void put(Map<Long, Integer> kinds, int kind, String... names) {
        for (String name : names) {
            kinds.merge(TagName.of(name), kind, (one, other) -> one | other);
        }
    }

    /** Of which of these kinds an element is, a bit for each; 0 for all others. */
    static int kind(long name) {
        int slot = slot(name);
        while (NAMES[slot] != name && NAMES[slot] != TagName.NONE) {
            slot = next(slot);
        }
        return KINDS[slot];
    }

    private static int slot(long name) {
        return (int) ((name * 0x9e3779b97f4a7c15L) >>> (Long.SIZE - BITS));
    }

    private static int next(int slot) {
        return (slot + 1) % SLOTS;
    }
}
