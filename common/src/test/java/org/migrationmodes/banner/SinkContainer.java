package org.migrationmodes.banner;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container that keeps what is written, for more pages than one could send over the wire. It has a buffer without end,
 * and sends no more than the length that it was told.
 */
final class SinkContainer {
    private static final String CONTENT_LENGTH = "Content-Length";

    final HttpServletResponse response;
    final HttpServletRequest request;
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    private @Nullable SinkStream stream;
    private @Nullable SinkWriter writer;
    private String type = "";
    private long length = -1;
    private boolean committed;

    SinkContainer() {
        response = proxy(HttpServletResponse.class, this::answer);
        request = proxy(HttpServletRequest.class, (name, arguments) -> name.equals("getMethod") ? "GET" : null);
    }

    /** What the client gets. */
    byte[] sent() {
        byte[] all = sink.toByteArray();
        return length < 0 || length > all.length ? all : Arrays.copyOf(all, (int) length);
    }

    /** What was written. */
    int size() {
        return sink.size();
    }

    /** How many bytes or characters were written. */
    int taken() {
        return writer == null ? sink.size() : writer.taken();
    }

    boolean isCommitted() {
        return committed;
    }

    /** The Content-Length, or -1. */
    long length() {
        return length;
    }

    private @Nullable Object answer(String method, List<Object> arguments) {
        return switch (method) {
            case "getOutputStream" -> stream();
            case "getWriter" -> writer();
            case "getStatus" -> 200;
            case "getContentType" -> type;
            case "getCharacterEncoding" -> charset();
            case "isCommitted" -> committed;
            case "containsHeader" -> arguments.get(0).equals(CONTENT_LENGTH) && length >= 0;
            case "setContentType" -> setType(arguments.get(0).toString());
            case "setContentLength", "setContentLengthLong" -> tell(arguments.get(0));
            case "setHeader" -> arguments.get(0).equals(CONTENT_LENGTH) ? tell(arguments.get(1)) : null;
            case "flushBuffer" -> commit();
            case "resetBuffer" -> resetBuffer();
            case "reset" -> reset();
            default -> null;
        };
    }

    private String charset() {
        int at = type.indexOf("charset=");
        return at < 0 ? "ISO-8859-1" : type.substring(at + 8);
    }

    private @Nullable Object setType(String told) {
        type = told;
        return null;
    }

    private @Nullable Object commit() {
        committed = true;
        return null;
    }

    private long tell(Object told) {
        if (!committed) {
            length = Long.parseLong(told.toString());
        }
        return length;
    }

    private ServletOutputStream stream() {
        if (writer != null) {
            throw new IllegalStateException("There is a writer");
        }
        if (stream == null) {
            stream = new SinkStream(sink, this::commit);
        }
        return stream;
    }

    private PrintWriter writer() {
        if (stream != null) {
            throw new IllegalStateException("There is a stream");
        }
        if (writer == null) {
            writer = new SinkWriter(sink, charset(), this::commit);
        }
        return writer;
    }

    private @Nullable Object resetBuffer() {
        if (committed) {
            throw new IllegalStateException("Committed");
        }
        sink.reset();
        if (writer != null) {
            writer.startOver();
        }
        return null;
    }

    private @Nullable Object reset() {
        resetBuffer();
        if (writer != null) {
            writer.retire();
        }
        if (stream != null) {
            stream.retire();
        }
        writer = null;
        stream = null;
        length = -1;
        type = "";
        return null;
    }

    private interface Answers {
        @Nullable
        Object answer(String method, List<Object> arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    List<Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
                    Object answer = answers.answer(method.getName(), given);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
