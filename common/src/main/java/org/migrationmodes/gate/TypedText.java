package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a visitor had typed into a form that was refused, to be given back. Never a password, a token or a file. */
final class TypedText {
    /** More than this nobody types; what is longer is not given back. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final List<String> SECRETS = List.of(
            "pass",
            "pwd",
            "secret",
            "token",
            "csrf",
            "xsrf",
            "captcha",
            "session",
            "auth",
            "otp",
            "kennwort",
            "_key",
            "apikey");

    /** One field of the form. */
    record Field(String name, String text) {
        /** A sentence, and not the value of a button or of a hidden field. */
        boolean isProse() {
            return text.strip().chars().anyMatch(Character::isWhitespace);
        }
    }

    private TypedText() {}

    /** The fields of the form, the longest text first; none if there is no form or it cannot be read. */
    static List<Field> of(HttpServletRequest request, FormBody body) {
        List<Field> fields = new ArrayList<>();
        try {
            if (body.type().equals("multipart/form-data") && request.getContentLengthLong() <= MOST_BYTES) {
                byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
                if (bytes.length <= MOST_BYTES) {
                    fields.addAll(MultipartTexts.read(request.getContentType(), bytes));
                }
            } else if (request.getContentLengthLong() <= MOST_BYTES) {
                body.parameters()
                        .all()
                        .forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
            }
        } catch (IOException | IllegalStateException e) {
            // What cannot be read cannot be given back; the refusal still goes out.
        }
        fields.removeIf(field -> field.text().isBlank() || isSecret(field.name()));
        fields.sort(Comparator.comparingInt((Field field) -> -field.text().length()));
        return fields;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(lower::contains);
    }
}
