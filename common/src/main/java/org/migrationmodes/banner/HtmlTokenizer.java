package org.migrationmodes.banner;

import static org.migrationmodes.banner.TokenState.*;

import org.jspecify.annotations.Nullable;

/**
 * Tells where tags begin and end, as the HTML standard's tokenizer would (section 13.2.5), or as an XML parser would.
 * Takes one code unit at a time and looks at none twice. What a tag means is the caller's business: it answers a start
 * tag with {@link #enterRawText} where the tree builder would.
 */
final class HtmlTokenizer {

    /** What a code unit completed. */
    enum Token {
        NOTHING,
        START_TAG,
        END_TAG
    }

    private static final long META = TagName.of("meta");

    private final boolean xml;
    private final RawText rawText = new RawText();
    private TokenState state = DATA;
    private boolean cdata;
    private boolean endTag;
    private boolean selfClosing;
    private long name = TagName.NONE;
    /** Of the tag that is being read, or was read last. */
    private @Nullable MetaTag meta;

    private boolean inMeta;

    HtmlTokenizer(boolean xml) {
        this.xml = xml;
        this.cdata = xml;
    }

    TokenState state() {
        return state;
    }

    /** The only code unit that matters next, or -1 if there are more. */
    int stop() {
        return inMeta ? -1 : state.stop;
    }

    /** The last meta start tag; null as long as there was none. */
    @Nullable
    MetaTag meta() {
        return meta;
    }

    /** The last tag's name. */
    long name() {
        return name;
    }

    /** Whether the last tag ended in {@code />}, which means something in XML only. */
    boolean isSelfClosing() {
        return selfClosing;
    }

    /** Whether CDATA sections are such, as in foreign content and in XML; else they are comments. */
    void setCdata(boolean on) {
        cdata = on;
    }

    /** What follows is text up to the end tag of the element that was just opened. */
    void enterRawText() {
        state = rawText.enter(name);
    }

    Token step(int unit) {
        if (state.compareTo(BOGUS_COMMENT) < 0) {
            TokenState next = tag(unit);
            boolean complete = next == DATA && unit == '>' && state.compareTo(TAG_NAME) >= 0;
            if (inMeta) {
                gather(next, unit);
            } else if (state == TAG_NAME && name == META && next != TAG_NAME && !endTag) {
                beginMeta();
            }
            inMeta &= next != DATA;
            selfClosing = complete && state == SELF_CLOSING;
            state = next;
            return !complete ? Token.NOTHING : endTag ? Token.END_TAG : Token.START_TAG;
        }
        if (state.compareTo(RAW_TEXT) >= 0 && state.compareTo(INSTRUCTION) < 0) {
            state = rawText.next(state, unit);
            // the rest of the end tag is read as of any other tag, and its name is of no interest any more
            endTag = true;
            name = TagName.OTHER;
        } else {
            state = CommentStates.next(state, unit, xml, cdata);
        }
        return Token.NOTHING;
    }

    private void beginMeta() {
        if (meta == null) {
            meta = new MetaTag(xml);
        }
        meta.begin();
        inMeta = true;
    }

    private void gather(TokenState next, int unit) {
        if (meta != null) {
            meta.take(state, next, unit);
        }
    }

    private TokenState tag(int unit) {
        return switch (state) {
            case DATA -> unit == '<' ? TAG_OPEN : DATA;
            case TAG_OPEN -> tagOpen(unit);
            case END_TAG_OPEN -> startsName(unit) ? named(true, unit) : unit == '>' ? DATA : BOGUS_COMMENT;
            case TAG_NAME -> {
                if (!TagName.isEnd(unit)) {
                    append(unit);
                    yield TAG_NAME;
                }
                yield afterName(unit, BEFORE_ATTRIBUTE);
            }
            case BEFORE_ATTRIBUTE -> TagName.isEnd(unit) ? afterName(unit, BEFORE_ATTRIBUTE) : ATTRIBUTE_NAME;
            case ATTRIBUTE_NAME, AFTER_ATTRIBUTE_NAME -> {
                if (unit == '=') {
                    yield BEFORE_VALUE;
                }
                yield TagName.isEnd(unit) ? afterName(unit, AFTER_ATTRIBUTE_NAME) : ATTRIBUTE_NAME;
            }
            case BEFORE_VALUE -> beforeValue(unit);
            case DOUBLE_QUOTED -> unit == '"' ? AFTER_QUOTED : DOUBLE_QUOTED;
            case SINGLE_QUOTED -> unit == '\'' ? AFTER_QUOTED : SINGLE_QUOTED;
            case UNQUOTED -> unit == '>' ? DATA : TagName.isSpace(unit) ? BEFORE_ATTRIBUTE : UNQUOTED;
            case AFTER_QUOTED, SELF_CLOSING -> TagName.isEnd(unit) ? afterName(unit, BEFORE_ATTRIBUTE) : ATTRIBUTE_NAME;
            default -> state;
        };
    }

    private TokenState tagOpen(int unit) {
        if (startsName(unit)) {
            return named(false, unit);
        }
        return switch (unit) {
            case '!' -> MARKUP_DECLARATION;
            case '/' -> END_TAG_OPEN;
            case '?' -> xml ? INSTRUCTION : BOGUS_COMMENT;
            case '<' -> TAG_OPEN;
            default -> DATA;
        };
    }

    /** XML knows more names than HTML, and elements of such names are counted there. */
    private boolean startsName(int unit) {
        return TagName.isLetter(unit) || (xml && (unit == '_' || unit == ':' || unit >= 0x80));
    }

    private TokenState named(boolean end, int unit) {
        endTag = end;
        name = TagName.NONE;
        append(unit);
        return TAG_NAME;
    }

    private void append(int unit) {
        name = xml && TagName.isUpperCase(unit) ? TagName.OTHER : TagName.append(name, unit);
    }

    private static TokenState afterName(int unit, TokenState onSpace) {
        return unit == '>' ? DATA : unit == '/' ? SELF_CLOSING : onSpace;
    }

    private static TokenState beforeValue(int unit) {
        if (TagName.isSpace(unit)) {
            return BEFORE_VALUE;
        }
        return switch (unit) {
            case '"' -> DOUBLE_QUOTED;
            case '\'' -> SINGLE_QUOTED;
            case '>' -> DATA;
            default -> UNQUOTED;
        };
    }
}
