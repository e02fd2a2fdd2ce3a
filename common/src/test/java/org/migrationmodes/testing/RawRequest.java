package org.migrationmodes.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it will stand on the wire. Nothing is escaped or normalised, so that a test can send what no client
 * library would.
 *
 * <p>{@code Host}, {@code Connection: close} and {@code Content-Length} are added where they are missing; a header with
 * the value {@code null} is left out altogether. Immutable.
 */
public final class RawRequest {
    private final String method;
    private final String target;
    private final List<Field> fields;
    private final byte @Nullable [] body;

    private record Field(String name, @Nullable String value) {}

    private RawRequest(String method, String target, List<Field> fields, byte @Nullable [] body) {
        this.method = method;
        this.target = target;
        this.fields = fields;
        this.body = body;
    }

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(), null);
    }

    public static RawRequest get(String target) {
        return of("GET", target);
    }

    public static RawRequest head(String target) {
        return of("HEAD", target);
    }

    public static RawRequest post(String target) {
        return of("POST", target).body(new byte[0]);
    }

    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    /** The whole body, to be sent in pieces; empty if there is none. */
    public byte[] body() {
        return body == null ? new byte[0] : body.clone();
    }

    /** Adds a header; the same name may come more than once. */
    public RawRequest header(String name, @Nullable String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new RawRequest(method, target, List.copyOf(more), body);
    }

    /** The same request to a target below a context path. */
    RawRequest prefixed(String contextPath) {
        return new RawRequest(method, contextPath + target, fields, body);
    }

    public RawRequest body(byte[] bytes) {
        return new RawRequest(method, target, fields, bytes.clone());
    }

    public RawRequest body(String contentType, byte[] bytes) {
        return header("Content-Type", contentType).body(bytes);
    }

    /** An urlencoded body. */
    public RawRequest form(Form form) {
        return body("application/x-www-form-urlencoded", form.encoded().getBytes(StandardCharsets.US_ASCII));
    }

    /** Everything up to and with the empty line, for a body that follows piece by piece. */
    byte[] headBytes(String host) {
        StringBuilder text = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\n");
        addIfMissing(text, "Host", host);
        addIfMissing(text, "Connection", "close");
        if (body != null && !has("Transfer-Encoding")) {
            addIfMissing(text, "Content-Length", Integer.toString(body.length));
        }
        for (Field field : fields) {
            if (field.value() != null) {
                text.append(field.name()).append(": ").append(field.value()).append("\r\n");
            }
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes(String host) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(headBytes(host));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    private void addIfMissing(StringBuilder text, String name, String value) {
        if (!has(name)) {
            text.append(name).append(": ").append(value).append("\r\n");
        }
    }

    private boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    @Override
    public String toString() {
        return method + ' ' + target;
    }
}
