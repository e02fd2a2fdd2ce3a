package org.migrationmodes.banner;

import static org.migrationmodes.banner.TokenState.*;

/**
 * The transitions inside of markup that is no tag: comments, declarations, and XML's instructions and CDATA. They
 * depend on nothing but the state.
 */
final class CommentStates {

    private CommentStates() {}

    /** HTML standard 13.2.5.41 to .52; a nested {@code <!--} leads nowhere else than its dashes do. */
    static TokenState next(TokenState state, int unit, boolean xml, boolean cdata) {
        return switch (state) {
            case BOGUS_COMMENT -> unit == '>' ? DATA : state;
            case MARKUP_DECLARATION -> declaration(unit, xml, cdata);
            case MARKUP_DECLARATION_DASH -> unit == '-' ? COMMENT_START : unit == '>' ? DATA : BOGUS_COMMENT;
            case COMMENT_START -> unit == '>' ? DATA : unit == '-' ? COMMENT_START_DASH : COMMENT;
            case COMMENT_START_DASH -> unit == '>' ? DATA : unit == '-' ? COMMENT_END : COMMENT;
            case COMMENT -> unit == '-' ? COMMENT_END_DASH : COMMENT;
            case COMMENT_END_DASH -> unit == '-' ? COMMENT_END : COMMENT;
            case COMMENT_END ->
                switch (unit) {
                    case '>' -> DATA;
                    case '-' -> COMMENT_END;
                    case '!' -> COMMENT_END_BANG;
                    default -> COMMENT;
                };
            case COMMENT_END_BANG -> unit == '>' ? DATA : unit == '-' ? COMMENT_END_DASH : COMMENT;
            case INSTRUCTION -> unit == '?' ? INSTRUCTION_END : INSTRUCTION;
            case INSTRUCTION_END -> unit == '>' ? DATA : unit == '?' ? INSTRUCTION_END : INSTRUCTION;
            case XML_DECLARATION ->
                switch (unit) {
                    case '>' -> DATA;
                    case '[' -> XML_SUBSET;
                    case '"' -> XML_DOUBLE_QUOTED;
                    case '\'' -> XML_SINGLE_QUOTED;
                    default -> XML_DECLARATION;
                };
            case XML_DOUBLE_QUOTED -> unit == '"' ? XML_DECLARATION : state;
            case XML_SINGLE_QUOTED -> unit == '\'' ? XML_DECLARATION : state;
            // anything but CDATA is a comment in HTML: <![endif]>
            case CDATA_OPEN -> unit == '[' ? CDATA : unit == '>' ? DATA : CDATA_OPEN;
            case CDATA -> unit == ']' ? CDATA_BRACKET : CDATA;
            case CDATA_BRACKET -> unit == ']' ? CDATA_END : CDATA;
            case CDATA_END -> unit == '>' ? DATA : unit == ']' ? CDATA_END : CDATA;
            default -> state;
        };
    }

    private static TokenState declaration(int unit, boolean xml, boolean cdata) {
        if (unit == '-') {
            return MARKUP_DECLARATION_DASH;
        }
        if (cdata && unit == '[') {
            return CDATA_OPEN;
        }
        if (xml) {
            return XML_DECLARATION;
        }
        // a document type ends at its first '>', even inside of a quoted identifier (13.2.5.53 and on)
        return unit == '>' ? DATA : BOGUS_COMMENT;
    }
}
