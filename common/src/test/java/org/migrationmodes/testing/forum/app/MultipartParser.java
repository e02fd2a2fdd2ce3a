package org.migrationmodes.testing.forum.app;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a multipart/form-data body (RFC 7578) that is held in memory. Text fields are UTF-8. Latin-1 carries the bytes
 * while parsing, one character a byte.
 */
final class MultipartParser {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = attribute("name");
    private static final Pattern FILE_NAME = attribute("filename");
    private static final Pattern CONTENT_TYPE = Pattern.compile("(?im)^content-type:\\s*([^\\r\\n]+)");

    private final String body;
    private final String delimiter;

    MultipartParser(byte[] body, String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        // a body without a boundary is one preamble and holds no field
        this.delimiter = boundary.find()
                ? "\r\n--" + Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2))
                : "\0";
        this.body = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    }

    void into(Parameters parameters) {
        int start = body.indexOf(delimiter);
        while (start >= 0) {
            int end = body.indexOf(delimiter, start + delimiter.length());
            if (end < 0) {
                return;
            }
            part(body.substring(start + delimiter.length(), end), parameters);
            start = end;
        }
    }

    private static void part(String part, Parameters parameters) {
        int blank = part.indexOf("\r\n\r\n");
        if (blank < 0) {
            return;
        }
        String headers = part.substring(0, blank);
        byte[] content = part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        Optional<String> fileName = find(FILE_NAME, headers);
        if (fileName.isEmpty()) {
            find(NAME, headers).ifPresent(name -> parameters.add(name, new String(content, StandardCharsets.UTF_8)));
        } else if (!fileName.get().isEmpty()) {
            String type = find(CONTENT_TYPE, headers).orElse("application/octet-stream");
            parameters.add(new Upload(baseName(fileName.get()), type, content));
        }
    }

    /** Some browsers send the whole path of the visitor's disk. */
    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static Optional<String> find(Pattern pattern, String headers) {
        Matcher matcher = pattern.matcher(headers);
        return matcher.find()
                ? Optional.of(new String(
                        matcher.group(1).strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Pattern attribute(String name) {
        return Pattern.compile("[;\\s]" + name + "=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    }
}
