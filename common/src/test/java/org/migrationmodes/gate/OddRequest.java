package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.testing.FakeRequest;

/** A request with a path of its own spelling, and with headers. */
record OddRequest(FakeRequest fake, String raw, String context, Map<String, String> headers) {
    /** What a filter sees of it, once more. */
    HttpServletRequest servletRequest() {
        return new HttpServletRequestWrapper(fake.servletRequest()) {
            @Override
            public String getRequestURI() {
                return context + raw;
            }

            @Override
            public String getContextPath() {
                return context;
            }

            @Override
            public @Nullable String getHeader(String name) {
                return headers.getOrDefault(name, super.getHeader(name));
            }

            @Override
            public Enumeration<String> getHeaders(String name) {
                return headers.containsKey(name)
                        ? Collections.enumeration(List.of(headers.get(name)))
                        : super.getHeaders(name);
            }
        };
    }
}
