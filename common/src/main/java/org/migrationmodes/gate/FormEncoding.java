package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which characters a form is written, and whether everybody would read the same in it. */
final class FormEncoding {
    private static final int ASCII = 128;

    private FormEncoding() {}

    /**
     * Whether the client says something of the body that lets a host read other parameters in it than we do: an encoding
     * in which the bytes of ASCII mean something else (in IBM037, {@code %96%92} is "ok"), several content types, or a
     * compression. Browsers do none of this to forms.
     */
    static boolean isDisguised(HttpServletRequest request, String type) {
        String contentType = request.getContentType();
        boolean names =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("charset");
        if (names && !isPlain(request.getCharacterEncoding())) {
            return true;
        }
        boolean several = JudgedRequest.headers(request, "Content-Type").size() > 1 || type.contains(",");
        return several
                || JudgedRequest.anyHeader(
                        request, "Content-Encoding", coding -> !coding.strip().equalsIgnoreCase("identity"));
    }

    private static boolean isPlain(@Nullable String name) {
        if (name == null) {
            return true;
        }
        try {
            Charset charset = Charset.forName(name);
            return charset.equals(StandardCharsets.UTF_8) || hasAsciiInPlace(charset);
        } catch (IllegalArgumentException e) {
            // A container that does not know it either reads ISO-8859-1 or refuses; but it may know more than we do.
            return false;
        }
    }

    /** Whether every byte is a character of its own, and the bytes of ASCII are those of ASCII and no others. */
    private static boolean hasAsciiInPlace(Charset charset) {
        byte[] all = new byte[2 * ASCII];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String decoded = new String(all, charset);
        if (decoded.length() != all.length) {
            return false;
        }
        for (int i = 0; i < all.length; i++) {
            if (i < ASCII ? decoded.charAt(i) != i : decoded.charAt(i) < ASCII) {
                return false;
            }
        }
        return true;
    }

    /** A charset by its name; UTF-8 where there is none or it is unknown. */
    static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
