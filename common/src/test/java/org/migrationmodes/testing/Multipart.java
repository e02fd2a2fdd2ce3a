package org.migrationmodes.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of {@code multipart/form-data}. */
public final class Multipart {
    private static final String BOUNDARY = "----boundary7f3a";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    public Multipart field(String name, String value) {
        return part("form-data; name=\"" + name + '"', value.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String name, String fileName, byte[] content) {
        String type = "\r\nContent-Type: application/octet-stream";
        return part("form-data; name=\"" + name + "\"; filename=\"" + fileName + '"' + type, content);
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(parts.toByteArray());
        all.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return all.toByteArray();
    }

    private Multipart part(String disposition, byte[] content) {
        parts.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n"));
        parts.writeBytes(content);
        parts.writeBytes(ascii("\r\n"));
        return this;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
