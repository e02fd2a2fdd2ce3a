package org.migrationmodes.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationmodes.gate.TypedText.Field;

/** The text fields of a multipart form (RFC 7578); files are left out. Lenient: what makes no sense is skipped. */
final class MultipartTexts {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;,\"]{1,200}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("[;\\s]filename\\*?=", Pattern.CASE_INSENSITIVE);
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private MultipartTexts() {}

    static List<Field> read(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return List.of();
        }
        String delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        // one char for each byte, so that positions are those of the bytes
        String text = new String(body, StandardCharsets.ISO_8859_1);
        List<Field> fields = new ArrayList<>();
        int start = text.indexOf(delimiter);
        while (start >= 0) {
            int end = text.indexOf("\r\n" + delimiter, start + delimiter.length());
            if (end < 0) {
                break;
            }
            part(text.substring(start + delimiter.length(), end), fields);
            start = end + 2;
        }
        return fields;
    }

    private static void part(String part, List<Field> fields) {
        int end = part.indexOf(END_OF_HEADERS);
        if (end < 0) {
            return;
        }
        String disposition = part.substring(0, end)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .orElse("");
        Matcher name = NAME.matcher(disposition);
        if (name.find() && !FILE.matcher(disposition).find()) {
            fields.add(new Field(
                    TypedText.readable(name.group(1)),
                    TypedText.readable(part.substring(end + END_OF_HEADERS.length()))));
        }
    }
}
