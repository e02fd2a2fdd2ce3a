package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the body of a request may hold of parameters. It is read only when asked for. */
final class FormBody {
    /** As much as Tomcat's own limit for forms; a longer one cannot be told apart and counts as a write. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    /** Containers stop at 1000 or 10000 of them; a body with more is no form but an attempt to cost time and memory. */
    static final int MOST_PARAMETERS = 10_000;

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";

    private final HttpServletRequest request;
    private final String type;
    private byte @Nullable [] bytes;
    private @Nullable Parameters parameters;
    private boolean asked;
    private boolean disguised;
    private boolean tooMuch;

    FormBody(HttpServletRequest request) {
        this.request = request;
        this.type = mediaType(request.getContentType());
    }

    /** The media type in lower case without its parameters (RFC 9110, section 8.3.1); empty if there is none. */
    static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }

    /** Whether there may be parameters in it that cannot be seen, or that the host may read as others. */
    boolean isHidden() throws IOException {
        if (type.startsWith(MULTIPART) || isDisguised()) {
            return true;
        }
        parameters();
        return tooMuch;
    }

    /** Whether its parameters are sure to be among those of the request (Servlet 6.0, section 3.1.1). */
    boolean reachesParameters() {
        return request.getMethod().equals("POST");
    }

    private boolean isDisguised() {
        if (!asked) {
            disguised = FormEncoding.isDisguised(request, type);
            asked = true;
        }
        return disguised;
    }

    /** The parameters of an urlencoded body; none for any other. */
    Parameters parameters() throws IOException {
        Parameters known = parameters;
        if (known == null) {
            known = type.equals(URLENCODED)
                    ? Parameters.parse(new String(read(), StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                    : Parameters.NONE;
            parameters = known;
        }
        return known;
    }

    /** The same with a char for each byte, for those who must find out the charset by themselves. */
    Parameters bytes() throws IOException {
        parameters();
        byte[] read = bytes;
        return read == null || tooMuch
                ? Parameters.NONE
                : Parameters.parse(new String(read, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    private byte[] read() throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            tooMuch = true;
            return new byte[0];
        }
        if (request.getCharacterEncoding() == null) {
            // Servlet 6.0, section 3.12: the default would be ISO-8859-1, which no browser's form is in.
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        byte[] read = request.getInputStream().readNBytes(MOST_BYTES + 1);
        tooMuch = read.length > MOST_BYTES || separators(read) >= MOST_PARAMETERS;
        bytes = read;
        return tooMuch ? new byte[0] : read;
    }

    private static int separators(byte[] body) {
        int found = 0;
        for (byte b : body) {
            found += b == '&' ? 1 : 0;
        }
        return found;
    }

    /** A request for the host: the same if its body was left alone, else one that gives the body again. */
    HttpServletRequest replayed(HttpServletRequest given) {
        byte[] read = bytes;
        return read == null || ReplayedRequest.isAround(given)
                ? given
                : new ReplayedRequest(given, read, reachesParameters());
    }
}
