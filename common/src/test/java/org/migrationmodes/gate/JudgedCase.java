package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.testing.FakeRequest;

/**
 * A request to judge.
 *
 * @param raw what the client wrote behind the path, and the container took away
 * @param header with its value, or empty
 */
record JudgedCase(
        String method,
        String path,
        String raw,
        @Nullable String query,
        @Nullable String contentType,
        String body,
        String header) {
    /** The request, once more each time, since a body can be read once. */
    HttpServletRequest request() {
        byte[] bytes = contentType == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        HttpServletRequest fake = new FakeRequest(method, path, query, contentType, bytes).servletRequest();
        return new HttpServletRequestWrapper(fake) {
            @Override
            public String getRequestURI() {
                return "/app" + path + raw;
            }

            @Override
            public String getContextPath() {
                return "/app";
            }

            @Override
            public @Nullable String getHeader(String name) {
                return header.startsWith(name + ": ") ? header.substring(name.length() + 2) : super.getHeader(name);
            }

            @Override
            public Enumeration<String> getHeaders(String name) {
                String value = getHeader(name);
                return value == null ? super.getHeaders(name) : Collections.enumeration(List.of(value));
            }
        };
    }
}
