package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a visitor had typed into a form that was refused, to be given back. Never a password, a token or a file. */
final class TypedText {
    /** So much of a form is looked at; nobody types more. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Charset OLDER_PAGES =
            Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;

    /** What stands where bytes are no UTF-8, unless somebody typed it. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final Pattern SECRET = Pattern.compile(
            "passw|passphrase|pwd|kennwort|senha|heslo|wachtwoord|contrase"
                    + "|secret|token|csrf|xsrf|captcha|oauth|api_?key|session_?id|(?<![a-z])(auth|otp|key|sid)(?![a-z])|pass(?![a-z])");

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** One field of the form. */
    record Field(String name, String text) {
        /** Something that a person wrote, and not the value of a button or of a hidden field. */
        boolean isProse() {
            // Not every script puts spaces between words. One letter alone is what hosts try the encoding with.
            String stripped = text.strip();
            return stripped.codePointCount(0, stripped.length()) > 1 && hasSpaceOrMoreThanAscii(stripped);
        }

        private static boolean hasSpaceOrMoreThanAscii(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 0x7F || Character.isWhitespace(text.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        /** Its name as words: {@code topic_title} is topic title, {@code post[body]} is post body. */
        String label() {
            String apart = HUMP.matcher(name).replaceAll(" ");
            String words = NO_WORD.matcher(apart).replaceAll(" ").strip();
            return words.isEmpty() ? name : words;
        }
    }

    private TypedText() {}

    /** The fields of the form, the longest text first; none if there is no form or it cannot be read. */
    static List<Field> of(HttpServletRequest request, FormBody body) {
        List<Field> fields = new ArrayList<>();
        try {
            if (body.type().equals("multipart/form-data")) {
                // A file may be longer than all text; what was typed stands before it or is short.
                byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES);
                fields.addAll(MultipartTexts.read(request.getContentType(), bytes));
            } else if (request.getContentLengthLong() <= MOST_BYTES) {
                Parameters typed = body.bytes();
                // its length need not have been told before
                if (body.length() <= MOST_BYTES) {
                    typed.all()
                            .forEach((name, values) ->
                                    values.forEach(value -> fields.add(new Field(readable(name), readable(value)))));
                }
            }
        } catch (IOException | IllegalStateException e) {
            // What cannot be read cannot be given back; the refusal still goes out.
        }
        fields.removeIf(field -> field.text().isBlank() || isSecret(field.name()));
        fields.sort(Comparator.comparingInt((Field field) -> -field.text().length()));
        return fields;
    }

    /**
     * Bytes, a char each, as the text that they most likely are: a form is sent in the charset of its page and seldom says
     * in which. What is no UTF-8 was typed into an older page.
     */
    static String readable(String bytes) {
        ByteBuffer raw = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
        String lenient = new String(raw.array(), StandardCharsets.UTF_8);
        if (lenient.indexOf(REPLACEMENT) < 0) {
            return lenient;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
        } catch (CharacterCodingException e) {
            return new String(raw.array(), OLDER_PAGES);
        }
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
