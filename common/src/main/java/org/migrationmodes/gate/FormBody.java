package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the body of a request may hold of parameters. It is read only when asked for. */
final class FormBody {
    /** As much as Tomcat's own limit for forms; a longer one cannot be told apart and counts as a write. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";

    private final HttpServletRequest request;
    private final String type;
    private byte @Nullable [] bytes;
    private @Nullable Parameters parameters;
    private boolean tooLong;

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

    /** Whether there may be parameters in it that cannot be seen. */
    boolean isHidden() throws IOException {
        if (type.startsWith(MULTIPART)) {
            return true;
        }
        parameters();
        return tooLong;
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

    private byte[] read() throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            tooLong = true;
            return new byte[0];
        }
        byte[] read = request.getInputStream().readNBytes(MOST_BYTES + 1);
        tooLong = read.length > MOST_BYTES;
        bytes = read;
        return tooLong ? new byte[0] : read;
    }

    /** The request for the host: the same if its body was left alone, else one that gives the same body again. */
    HttpServletRequest replayed() throws IOException {
        byte[] read = bytes;
        if (read == null) {
            return request;
        }
        if (request.getCharacterEncoding() == null) {
            // Servlet 6.0, section 3.12: the default would be ISO-8859-1, which no browser's form is in.
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        return new ReplayedRequest(request, read);
    }

    static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
