package org.migrationmodes.testing;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request without a container, for questions that need no more than method, path, parameters and body. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record FakeRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String contentType,
        byte[] body) {

    public static FakeRequest of(String method, String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? new FakeRequest(method, target, null, null, new byte[0])
                : new FakeRequest(method, target.substring(0, mark), target.substring(mark + 1), null, new byte[0]);
    }

    public FakeRequest body(String type, String text) {
        return new FakeRequest(method, path, query, type, text.getBytes(StandardCharsets.UTF_8));
    }

    public FakeRequest form(String encoded) {
        return body("application/x-www-form-urlencoded", encoded);
    }

    /** What a filter sees of it. */
    public HttpServletRequest servletRequest() {
        ServletInputStream stream = new Stream(new ByteArrayInputStream(body));
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getServletPath", "getRequestURI" -> path;
                    case "getContextPath" -> "";
                    case "getQueryString" -> query;
                    case "getContentType" -> contentType;
                    case "getContentLengthLong" -> (long) body.length;
                    case "getHeaders" ->
                        Collections.enumeration(
                                "Content-Type".equals(arguments[0]) && contentType != null
                                        ? List.of(contentType)
                                        : List.of());
                    case "getInputStream" -> stream;
                    case "getPathInfo", "getHeader", "getCharacterEncoding", "setCharacterEncoding" -> null;
                    default -> throw new UnsupportedOperationException(called.toString());
                });
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Stream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
