package org.migrationmodes.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.migrationmodes.banner.Asset;

/** Answers a request for a stylesheet or a script. */
final class AssetAnswer {
    private AssetAnswer() {}

    static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Another version than ours: a server that is not upgraded yet is asked by a page of one that is.
        boolean own = asset.query().equals(request.getQueryString());
        String tag = '"' + asset.version() + '"';
        response.setHeader("Cache-Control", own ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", tag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        response.setContentLength(asset.content().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(asset.content());
        }
    }

    /** RFC 9110, section 13.1.2: compared weakly, since whoever compresses on the way makes the tag a weak one. */
    private static boolean isKnown(String tag, HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("If-None-Match");
        List<String> values = headers == null ? List.of() : Collections.list(headers);
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
