package org.migrationmodes.banner;

/**
 * What a tag means by its place: tells which body start tag a parser takes for the page's (HTML standard 13.2.6.4), and
 * has the tokenizer read raw text where the standard does. In any other place than a template or a frameset it is a
 * real one, since also a second one lends its attributes to the body.
 */
final class TreeBuilder {

    /** What a start tag tells. */
    enum Tells {
        NOTHING,
        BODY,
        /** None will come. */
        NO_BODY,
        /** A meta element of the head. */
        META,
        /** A base element, wherever it is (HTML standard 4.2.3). */
        BASE
    }

    private static final long BODY = TagName.of("body");
    private static final long FRAMESET = TagName.of("frameset");
    private static final long PLAINTEXT = TagName.of("plaintext");
    private static final long META = TagName.of("meta");
    private static final long BASE = TagName.of("base");
    private static final long TEMPLATE = TagName.of("template");
    private final HtmlTokenizer tokenizer;
    private final boolean xml;
    private final ForeignContent foreign = new ForeignContent();
    /** Open templates in HTML, open elements in XML. */
    private int depth;

    private boolean framesetOk = true;
    private boolean inHead = true;

    TreeBuilder(HtmlTokenizer tokenizer, boolean xml) {
        this.tokenizer = tokenizer;
        this.xml = xml;
    }

    /** Whether it matters what text there is. */
    boolean wantsText() {
        return framesetOk && !xml && depth == 0;
    }

    /** Whether this is as it was when the page began. */
    boolean isAtStart() {
        return depth == 0 && framesetOk && inHead && foreign.isNone();
    }

    /** Whether something has opened a body that was no body tag; never so in XML. */
    boolean isPastHead() {
        return !xml && !inHead;
    }

    void text(int unit) {
        framesetOk = framesetOk && (depth > 0 || unit == 0 || TagName.isSpace(unit));
        inHead = inHead && framesetOk;
    }

    /** The tokenizer has read a start tag. */
    Tells startTag() {
        return xml ? inXml(tokenizer.name()) : inHtml(tokenizer.name());
    }

    void endTag() {
        long name = tokenizer.name();
        if (xml || (name == TEMPLATE && !foreign.isInside())) {
            depth = Math.max(0, depth - 1);
        } else {
            foreign.endTag(name);
            tokenizer.setCdata(foreign.hasCdata());
        }
    }

    private Tells inXml(long name) {
        if (name == BODY && depth == 1) {
            // an empty body has no inside where the banner could go
            return tokenizer.isSelfClosing() ? Tells.NO_BODY : Tells.BODY;
        }
        boolean meta = name == META && depth == 2;
        depth += tokenizer.isSelfClosing() ? 0 : 1;
        return meta ? Tells.META : name == BASE ? Tells.BASE : Tells.NOTHING;
    }

    private Tells inHtml(long name) {
        boolean isForeign = foreign.startTag(name, tokenizer.isSelfClosing());
        tokenizer.setCdata(foreign.hasCdata());
        int kind = Elements.kind(name);
        inHead = inHead && (depth > 0 || (kind & Elements.BEFORE_BODY) != 0);
        if (isForeign) {
            return Tells.NOTHING;
        }
        if (name == META) {
            return inHead && depth == 0 ? Tells.META : Tells.NOTHING;
        }
        if (name == BASE && depth == 0) {
            return Tells.BASE;
        }
        if (name == BODY && depth == 0) {
            return Tells.BODY;
        }
        if (name == PLAINTEXT || (name == FRAMESET && depth == 0 && framesetOk)) {
            return Tells.NO_BODY;
        }
        depth += name == TEMPLATE ? 1 : 0;
        framesetOk = framesetOk && (depth > 0 || (kind & Elements.NOT_FRAMESET_OK) == 0);
        if ((kind & Elements.RAW_TEXT) != 0) {
            tokenizer.enterRawText();
        }
        return Tells.NOTHING;
    }
}
