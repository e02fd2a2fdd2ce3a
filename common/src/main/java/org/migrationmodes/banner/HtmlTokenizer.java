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
    private static final long BASE = TagName.of("base");

    private final boolean xml;
    private final RawText rawText = new RawText();
    private final WholeMarkup whole = new WholeMarkup();
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

    /**
     * Reads on where many bytes in turn, each a code unit, lead nowhere: in a tag, but for what begins or completes it, and
     * up to the only one that matters.
     *
     * @return the index of the first that is still to be read; the end if there is none
     */
    int skip(byte[] bytes, int from, int end) {
        if (state == TAG_NAME) {
            return name(bytes, from, end);
        }
        if (state.compareTo(BEFORE_ATTRIBUTE) < 0 || state.compareTo(SELF_CLOSING) > 0) {
            return state.stop < 0 ? from : ByteSearch.indexOf(bytes, from, end, state.stop);
        }
        return inMeta ? metaValue(bytes, from, end) : attributes(bytes, from, end);
    }

    /**
     * Takes markup that lies whole in these bytes and of which nothing but its name matters: {@link #skipped} tells what.
     *
     * @param from where its {@code <} is
     * @return the index behind it; {@code from} if it is to be read by {@link #step}
     */
    int skipMarkup(byte[] bytes, int from, int end) {
        boolean raw = state == RAW_TEXT || state == SCRIPT;
        if (xml || !(raw || state == DATA)) {
            return from;
        }
        int behind = whole.read(bytes, from, end);
        boolean ends = whole.token() == Token.END_TAG;
        if (behind < 0 || (raw && !(ends && rawText.isEndedBy(whole.name())))) {
            return from;
        }
        endTag = ends;
        name = raw ? TagName.OTHER : whole.name();
        selfClosing = whole.isSelfClosing();
        state = DATA;
        return behind;
    }

    /** What {@link #skipMarkup} has read. */
    Token skipped() {
        return whole.token();
    }

    private int name(byte[] bytes, int from, int end) {
        int i = from;
        for (; i < end && TagName.isLetter(bytes[i]); i++) {
            append(bytes[i]);
        }
        return i;
    }

    private int metaValue(byte[] bytes, int from, int end) {
        if (meta == null || (state != DOUBLE_QUOTED && state != SINGLE_QUOTED)) {
            return from;
        }
        int close = ByteSearch.indexOf(bytes, from, end, state.stop);
        meta.takeValue(bytes, from, close);
        return close;
    }

    /** The attributes of a tag in which they say nothing. */
    private int attributes(byte[] bytes, int from, int end) {
        TokenState at = state;
        int i = from;
        while (i < end) {
            if (at == DOUBLE_QUOTED || at == SINGLE_QUOTED) {
                i = ByteSearch.indexOf(bytes, i, end, at.stop);
                if (i < end) {
                    at = AFTER_QUOTED;
                    i++;
                }
            } else if (bytes[i] == '>') {
                break;
            } else {
                at = TagStates.next(at, bytes[i++]);
                while (at == ATTRIBUTE_NAME && i < end && TagName.isLetter(bytes[i])) {
                    i++;
                }
            }
        }
        state = at;
        return i;
    }

    /** The last meta or base start tag; null as long as there was none. */
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
            } else if (state == TAG_NAME && next != TAG_NAME && !endTag && (name == META || name == BASE)) {
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
                yield TagStates.afterName(unit, BEFORE_ATTRIBUTE);
            }
            default -> TagStates.next(state, unit);
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
}
