package org.migrationmodes.banner;

import static org.migrationmodes.banner.TokenState.*;

/** The transitions inside of a tag, behind its name (HTML standard 13.2.5.32 to .40). They depend on nothing but the state. */
final class TagStates {

    private TagStates() {}

    static TokenState next(TokenState state, int unit) {
        if (state == DOUBLE_QUOTED) {
            return unit == '"' ? AFTER_QUOTED : DOUBLE_QUOTED;
        }
        if (state == SINGLE_QUOTED) {
            return unit == '\'' ? AFTER_QUOTED : SINGLE_QUOTED;
        }
        if (state == BEFORE_VALUE) {
            return beforeValue(unit);
        }
        if (state == UNQUOTED) {
            return unit == '>' ? DATA : TagName.isSpace(unit) ? BEFORE_ATTRIBUTE : UNQUOTED;
        }
        boolean named = state == ATTRIBUTE_NAME || state == AFTER_ATTRIBUTE_NAME;
        if (named && unit == '=') {
            return BEFORE_VALUE;
        }
        return TagName.isEnd(unit) ? afterName(unit, named ? AFTER_ATTRIBUTE_NAME : BEFORE_ATTRIBUTE) : ATTRIBUTE_NAME;
    }

    /** What ends a name has come. */
    static TokenState afterName(int unit, TokenState onSpace) {
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
