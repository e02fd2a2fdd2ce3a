package org.migrationmodes.banner;

/**
 * Where the {@link HtmlTokenizer} stands: the states of the HTML standard's tokenizer (section 13.2.5) that matter for
 * telling where a tag begins and ends, under the standard's names.
 *
 * <pre>
 * DATA ─&lt;→ TAG_OPEN ─letter→ TAG_NAME → BEFORE_ATTRIBUTE ⇄ ATTRIBUTE_NAME … BEFORE_VALUE → DOUBLE_QUOTED | SINGLE_QUOTED | UNQUOTED
 *   ↑          │                 └──────────── &gt; ── the tag is complete ─┬→ DATA
 *   │          ├─/→ END_TAG_OPEN ─letter→ TAG_NAME                       ├→ RAW_TEXT   (style, title, textarea, …)
 *   │          ├─!→ MARKUP_DECLARATION ───→ BOGUS_COMMENT ─&gt;→ DATA       └→ SCRIPT
 *   │          │            └─--→ COMMENT_START → COMMENT … COMMENT_END ─&gt;→ DATA
 *   └──────────┴─?→ BOGUS_COMMENT (HTML) or INSTRUCTION (XML) ─&gt;→ DATA
 *
 * RAW_TEXT, SCRIPT, SCRIPT_ESCAPED ─&lt;/→ RAW_END_TAG_OPEN → RAW_END_TAG_NAME ─the same name→ the end tag's rest → DATA
 * SCRIPT ─&lt;!--→ SCRIPT_ESCAPED ─&lt;script→ SCRIPT_DOUBLE_ESCAPED ─&lt;/script→ SCRIPT_ESCAPED; either ─--&gt;→ SCRIPT
 * </pre>
 */
enum TokenState {
    DATA('<'),
    TAG_OPEN,
    END_TAG_OPEN,
    TAG_NAME,
    BEFORE_ATTRIBUTE,
    ATTRIBUTE_NAME,
    AFTER_ATTRIBUTE_NAME,
    BEFORE_VALUE,
    DOUBLE_QUOTED('"'),
    SINGLE_QUOTED('\''),
    UNQUOTED,
    AFTER_QUOTED,
    SELF_CLOSING,

    BOGUS_COMMENT('>'),
    MARKUP_DECLARATION,
    MARKUP_DECLARATION_DASH,
    COMMENT_START,
    COMMENT_START_DASH,
    COMMENT('-'),
    COMMENT_END_DASH,
    COMMENT_END,
    COMMENT_END_BANG,

    RAW_TEXT('<'),
    RAW_LESS_THAN,
    RAW_END_TAG_OPEN,
    RAW_END_TAG_NAME,

    SCRIPT('<'),
    SCRIPT_LESS_THAN,
    SCRIPT_ESCAPE_START,
    SCRIPT_ESCAPE_START_DASH,
    SCRIPT_ESCAPED,
    SCRIPT_ESCAPED_DASH,
    SCRIPT_ESCAPED_DASH_DASH,
    SCRIPT_ESCAPED_LESS_THAN,
    SCRIPT_DOUBLE_ESCAPE_START,
    SCRIPT_DOUBLE_ESCAPED,
    SCRIPT_DOUBLE_ESCAPED_DASH,
    SCRIPT_DOUBLE_ESCAPED_DASH_DASH,
    SCRIPT_DOUBLE_ESCAPED_LESS_THAN,
    SCRIPT_DOUBLE_ESCAPE_END,

    /** XML only, as those below: {@code <?…?>}. */
    INSTRUCTION('?'),
    INSTRUCTION_END,
    XML_DECLARATION,
    XML_DOUBLE_QUOTED('"'),
    XML_SINGLE_QUOTED('\''),
    XML_SUBSET,
    /** From here on in foreign content of HTML too. */
    CDATA_OPEN,
    CDATA(']'),
    CDATA_BRACKET,
    CDATA_END;

    /** The only code unit that leads out of this state, or -1 if there are more: what lies before it can be skipped. */
    final int stop;

    TokenState() {
        this.stop = -1;
    }

    TokenState(char stop) {
        this.stop = stop;
    }

    /** Whether a code unit that leads from this state to that one, and completes no tag, is text. */
    boolean isText(TokenState next) {
        return (this == DATA && next == DATA) || (this == TAG_OPEN && (next == DATA || next == TAG_OPEN));
    }
}
