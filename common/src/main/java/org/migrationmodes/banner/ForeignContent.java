package org.migrationmodes.banner;

import java.util.Arrays;

/**
 * Whether tags are read by the rules for SVG and MathML (HTML standard 13.2.6.5), where no element's content is raw
 * text and CDATA sections are. What is nested deeper than anybody nests is taken for the level above.
 */
final class ForeignContent {

    private static final int DEEPEST = 16;
    /** Most pages have none before their body. */
    private static final long[] NONE = {};

    private static final long SVG = TagName.of("svg");
    private static final long MATH = TagName.of("math");
    private static final long[] SVG_WITH_HTML = TagName.sorted("foreignobject", "desc", "title");
    private static final long[] MATH_WITH_HTML = TagName.sorted("mi", "mo", "mn", "ms", "mtext");
    /** The start tags that end it, without those that do so for their attributes or are named with a digit. */
    private static final long[] BREAKING_OUT = TagName.sorted(
            "b",
            "big",
            "blockquote",
            "body",
            "br",
            "center",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "head",
            "hr",
            "i",
            "img",
            "li",
            "listing",
            "menu",
            "meta",
            "nobr",
            "ol",
            "p",
            "pre",
            "ruby",
            "s",
            "small",
            "span",
            "strong",
            "strike",
            "sub",
            "sup",
            "table",
            "tt",
            "u",
            "ul",
            "var");

    /** Open svg and math elements, and the elements in them whose content is HTML again. */
    private long[] open = NONE;

    private int depth;
    /** Whether an HTML element was opened in the innermost of those. */
    private boolean html;

    /** Whether a CDATA section would be one: by the element that it is in, and no longer by that one's content. */
    boolean hasCdata() {
        return depth > 0 && (isInside() || !html);
    }

    /** Whether it never began, or all of it has ended. */
    boolean isNone() {
        return depth == 0;
    }

    boolean isInside() {
        return depth > 0 && isRoot(open[depth - 1]);
    }

    /** Takes a start tag and returns whether it is foreign, so that HTML's rules are not for it. */
    boolean startTag(long name, boolean selfClosing) {
        if (!isInside()) {
            html = !isRoot(name);
            if (isRoot(name) && !selfClosing) {
                push(name);
            }
            return isRoot(name);
        }
        if (Arrays.binarySearch(BREAKING_OUT, name) >= 0) {
            breakOut();
            html = true;
            return false;
        }
        long[] withHtml = open[depth - 1] == SVG ? SVG_WITH_HTML : MATH_WITH_HTML;
        if (!selfClosing && (isRoot(name) || Arrays.binarySearch(withHtml, name) >= 0)) {
            push(name);
        }
        return true;
    }

    void endTag(long name) {
        for (int i = depth - 1; i >= 0 && (i == depth - 1 || isRoot(open[i])); i--) {
            if (open[i] == name) {
                depth = i;
                return;
            }
        }
    }

    private void breakOut() {
        while (isInside()) {
            depth--;
        }
    }

    private void push(long name) {
        if (depth < DEEPEST) {
            open = open.length == 0 ? new long[DEEPEST] : open;
            open[depth++] = name;
            html = false;
        }
    }

    private static boolean isRoot(long name) {
        return name == SVG || name == MATH;
    }
}
