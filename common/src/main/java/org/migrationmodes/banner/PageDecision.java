package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Whether a response may carry a banner, by the status and the headers that it is about to have; and if not, why. */
enum PageDecision {
    PAGE,
    XML_PAGE,
    NOT_HTML,
    STATUS,
    DOWNLOAD,
    ENCODED,
    CHARSET;

    private static final String HTML = "text/html";
    private static final String XHTML = "application/xhtml+xml";

    boolean isPage() {
        return this == PAGE || this == XML_PAGE;
    }

    /**
     * Looks at a response.
     *
     * @param type its Content-Type
     * @param characters whether the host writes characters, so that any charset does
     */
    static PageDecision of(HttpServletResponse response, @Nullable String type, boolean characters) {
        boolean xml = MediaType.is(XHTML, type);
        if (!xml && !MediaType.is(HTML, type)) {
            return NOT_HTML;
        }
        if (hasNoPage(response.getStatus())) {
            return STATUS;
        }
        if (response.containsHeader("Content-Disposition")) {
            return DOWNLOAD;
        }
        String encoding = response.getHeader("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.trim().equalsIgnoreCase("identity")) {
            return ENCODED;
        }
        if (!characters && Charsets.encoding(type, response.getCharacterEncoding()) == PageEncoding.OTHER) {
            return CHARSET;
        }
        return xml ? XML_PAGE : PAGE;
    }

    /**
     * RFC 9110 section 15: 1xx, 204, 205 and 304 have no content, 206 has a part whose place is counted in bytes, and
     * nobody looks at the content of the others in 3xx.
     */
    static boolean hasNoPage(int status) {
        return status < 200 || (status >= 204 && status <= 206) || (status >= 300 && status < 400);
    }

    /**
     * Whether a cache may hand the response to a tab: a page, a part of it or the word that a copy is still good. Where a
     * redirect leads is the same in every mode.
     *
     * @param expected what a response without a type is taken for
     */
    static boolean isForTabs(HttpServletResponse response, boolean expected) {
        int status = response.getStatus();
        if ((status >= 300 && status < 400 && status != 304) || response.containsHeader("Content-Disposition")) {
            return false;
        }
        String type = response.getContentType();
        return MediaType.is("", type)
                ? expected && status == 304
                : MediaType.is(HTML, type) || MediaType.is(XHTML, type);
    }
}
