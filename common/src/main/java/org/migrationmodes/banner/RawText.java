package org.migrationmodes.banner;

import static org.migrationmodes.banner.TokenState.*;

/**
 * The transitions inside of an element whose content is text up to its own end tag (HTML standard 13.2.5.2 to .4 and
 * .9 to .31).
 */
final class RawText {

    private static final long SCRIPT_NAME = TagName.of("script");

    private TokenState text = RAW_TEXT;
    private long element = TagName.NONE;
    private long name = TagName.NONE;

    /** The content of an element begins: a script has more states than the others. */
    TokenState enter(long startTag) {
        element = startTag;
        text = startTag == SCRIPT_NAME ? SCRIPT : RAW_TEXT;
        return text;
    }

    /** Whether an end tag of this name ends the element. */
    boolean isEndedBy(long endTag) {
        return endTag == element;
    }

    TokenState next(TokenState state, int unit) {
        return switch (state) {
            case RAW_TEXT -> unit == '<' ? RAW_LESS_THAN : RAW_TEXT;
            case RAW_LESS_THAN -> unit == '/' ? endTagIn(RAW_TEXT) : next(RAW_TEXT, unit);
            case RAW_END_TAG_OPEN -> TagName.isLetter(unit) ? named(RAW_END_TAG_NAME, unit) : next(text, unit);
            case RAW_END_TAG_NAME -> endTagName(unit);

            case SCRIPT -> unit == '<' ? SCRIPT_LESS_THAN : SCRIPT;
            case SCRIPT_LESS_THAN ->
                unit == '/' ? endTagIn(SCRIPT) : unit == '!' ? SCRIPT_ESCAPE_START : next(SCRIPT, unit);
            case SCRIPT_ESCAPE_START -> unit == '-' ? SCRIPT_ESCAPE_START_DASH : next(SCRIPT, unit);
            case SCRIPT_ESCAPE_START_DASH -> unit == '-' ? SCRIPT_ESCAPED_DASH_DASH : next(SCRIPT, unit);

            case SCRIPT_ESCAPED -> dash(unit, SCRIPT_ESCAPED_DASH, SCRIPT_ESCAPED_LESS_THAN, SCRIPT_ESCAPED);
            case SCRIPT_ESCAPED_DASH -> dash(unit, SCRIPT_ESCAPED_DASH_DASH, SCRIPT_ESCAPED_LESS_THAN, SCRIPT_ESCAPED);
            case SCRIPT_ESCAPED_DASH_DASH ->
                unit == '>' ? SCRIPT : dash(unit, SCRIPT_ESCAPED_DASH_DASH, SCRIPT_ESCAPED_LESS_THAN, SCRIPT_ESCAPED);
            case SCRIPT_ESCAPED_LESS_THAN -> escapedLessThan(unit);
            case SCRIPT_DOUBLE_ESCAPE_START -> escape(unit, state, SCRIPT_DOUBLE_ESCAPED, SCRIPT_ESCAPED);

            case SCRIPT_DOUBLE_ESCAPED -> doubleDash(unit, SCRIPT_DOUBLE_ESCAPED_DASH);
            case SCRIPT_DOUBLE_ESCAPED_DASH -> doubleDash(unit, SCRIPT_DOUBLE_ESCAPED_DASH_DASH);
            case SCRIPT_DOUBLE_ESCAPED_DASH_DASH ->
                unit == '>' ? SCRIPT : doubleDash(unit, SCRIPT_DOUBLE_ESCAPED_DASH_DASH);
            case SCRIPT_DOUBLE_ESCAPED_LESS_THAN -> doubleEscapedLessThan(unit);
            case SCRIPT_DOUBLE_ESCAPE_END -> escape(unit, state, SCRIPT_ESCAPED, SCRIPT_DOUBLE_ESCAPED);
            default -> state;
        };
    }

    private TokenState endTagIn(TokenState content) {
        text = content;
        return RAW_END_TAG_OPEN;
    }

    private TokenState named(TokenState state, int unit) {
        name = TagName.append(TagName.NONE, unit);
        return state;
    }

    /** Only the end tag of the element itself is one (an "appropriate end tag"). */
    private TokenState endTagName(int unit) {
        if (TagName.isLetter(unit)) {
            name = TagName.append(name, unit);
            return RAW_END_TAG_NAME;
        }
        if (name != element || !TagName.isEnd(unit)) {
            return next(text, unit);
        }
        return unit == '>' ? DATA : unit == '/' ? SELF_CLOSING : BEFORE_ATTRIBUTE;
    }

    private TokenState escapedLessThan(int unit) {
        if (unit == '/') {
            return endTagIn(SCRIPT_ESCAPED);
        }
        return TagName.isLetter(unit) ? named(SCRIPT_DOUBLE_ESCAPE_START, unit) : next(SCRIPT_ESCAPED, unit);
    }

    private TokenState doubleEscapedLessThan(int unit) {
        if (unit == '/') {
            name = TagName.NONE;
            return SCRIPT_DOUBLE_ESCAPE_END;
        }
        return next(SCRIPT_DOUBLE_ESCAPED, unit);
    }

    /** Reads a name inside of a script: {@code script} leads on, all others back. */
    private TokenState escape(int unit, TokenState reading, TokenState on, TokenState back) {
        if (TagName.isLetter(unit)) {
            name = TagName.append(name, unit);
            return reading;
        }
        if (TagName.isEnd(unit)) {
            return name == SCRIPT_NAME ? on : back;
        }
        return next(back, unit);
    }

    private static TokenState doubleDash(int unit, TokenState onDash) {
        return dash(unit, onDash, SCRIPT_DOUBLE_ESCAPED_LESS_THAN, SCRIPT_DOUBLE_ESCAPED);
    }

    private static TokenState dash(int unit, TokenState onDash, TokenState onLessThan, TokenState other) {
        return unit == '-' ? onDash : unit == '<' ? onLessThan : other;
    }
}
