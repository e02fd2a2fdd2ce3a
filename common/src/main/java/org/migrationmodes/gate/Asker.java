package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who asks, and so what an answer must look like. */
enum Asker {
    /** Somebody looks at a page. */
    BROWSER("text/html;charset=UTF-8"),
    /** A script of a page, or a client of an interface. */
    PROGRAM("application/problem+json"),
    /** Anything else. */
    OTHER("text/plain;charset=UTF-8");

    private final String contentType;

    Asker(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    static Asker of(HttpServletRequest request) {
        String accept = lower(request.getHeader("Accept"));
        String destination = lower(request.getHeader("Sec-Fetch-Dest"));
        // Fetch standard: a script's request has no destination, a navigation has one of these.
        if (destination.equals("document") || destination.endsWith("frame")) {
            return BROWSER;
        }
        boolean script =
                destination.equals("empty") || "XMLHttpRequest".equalsIgnoreCase(request.getHeader("X-Requested-With"));
        if (script || speaksJson(accept) || speaksJson(FormBody.mediaType(request.getContentType()))) {
            return PROGRAM;
        }
        return accept.contains("text/html") || accept.contains("application/xhtml+xml") ? BROWSER : OTHER;
    }

    private static boolean speaksJson(String types) {
        return (types.contains("application/json") || types.contains("+json")) && !types.contains("text/html");
    }

    private static String lower(@Nullable String header) {
        return header == null ? "" : header.toLowerCase(Locale.ROOT);
    }
}
