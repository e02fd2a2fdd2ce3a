package org.migrationmodes.banner;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A container that keeps what is written, for more pages than one could send over the wire. */
final class SinkContainer {
    final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    final HttpServletResponse response;
    final HttpServletRequest request;
    long length = -1;

    SinkContainer(FuzzPage page) {
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(sink, page.charset()));
        ServletOutputStream stream = new ServletOutputStream() {
            @Override
            public void write(int b) {
                sink.write(b);
            }

            @Override
            public void write(byte[] bytes, int off, int len) {
                sink.write(bytes, off, len);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        response = proxy(HttpServletResponse.class, (name, argument) -> switch (name) {
            case "getOutputStream" -> stream;
            case "getWriter" -> writer;
            case "getStatus" -> 200;
            case "getContentType" -> page.type();
            case "getCharacterEncoding" -> page.isDeclared() ? page.charset().name() : "ISO-8859-1";
            case "isCommitted", "containsHeader" -> false;
            case "setContentLengthLong" -> {
                length = (Long) Objects.requireNonNull(argument);
                yield null;
            }
            case "flushBuffer" -> {
                writer.flush();
                yield null;
            }
            default -> null;
        });
        request = proxy(HttpServletRequest.class, (name, argument) -> name.equals("getMethod") ? "GET" : null);
    }

    private interface Answers {
        @Nullable
        Object answer(String method, @Nullable Object firstArgument);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.answer(method.getName(), arguments == null ? null : arguments[0]);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
