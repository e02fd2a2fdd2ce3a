package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the body of a request may hold of parameters. It is read only when asked for. */
final class FormBody {
    /** As much as Tomcat's own limit for forms; a longer one cannot be told apart and counts as a write. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    /** Containers stop at 1000 or 10000 of them; a body with more is no form but an attempt to cost time and memory. */
    static final int MOST_PARAMETERS = 10_000;

    /** Of what a client only promises to send, no more is set aside for it. */
    private static final int MOST_AT_ONCE = 128 * 1024;

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";

    private final HttpServletRequest request;
    private final String type;
    private @Nullable Content content;
    private @Nullable Parameters parameters;
    private boolean asked;
    private boolean disguised;

    /** What was read: no bytes if none were, and no parameters if they were too many. */
    private static final class Content {
        static final Content UNREAD = new Content(null, Parameters.NONE, false);
        static final Content UNREADABLE = new Content(null, Parameters.NONE, true);

        final byte @Nullable [] bytes;
        final Parameters undecoded;
        final boolean tooMuch;

        Content(byte @Nullable [] bytes, Parameters undecoded, boolean tooMuch) {
            this.bytes = bytes;
            this.undecoded = undecoded;
            this.tooMuch = tooMuch;
        }
    }

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
        return content().tooMuch;
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
            known = bytes().inUtf8();
            parameters = known;
        }
        return known;
    }

    /** The same with a char for each byte, for those who must find out the charset by themselves. */
    Parameters bytes() throws IOException {
        return content().undecoded;
    }

    private Content content() throws IOException {
        Content known = content;
        if (known == null) {
            known = type.equals(URLENCODED) ? read() : Content.UNREAD;
            content = known;
        }
        return known;
    }

    private Content read() throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return Content.UNREADABLE;
        }
        byte[] read = read(request.getInputStream(), (int) request.getContentLengthLong());
        boolean tooMuch = read.length > MOST_BYTES || separators(read) >= MOST_PARAMETERS;
        Charset bytewise = StandardCharsets.ISO_8859_1;
        return new Content(
                read, tooMuch ? Parameters.NONE : Parameters.parse(new String(read, bytewise), bytewise), tooMuch);
    }

    /** How many bytes were read of it. */
    int length() {
        return content == null || content.bytes == null ? 0 : content.bytes.length;
    }

    /** All at once where its length is told. A filter before us may have unpacked it, so that there is more. */
    private static byte[] read(InputStream in, int told) throws IOException {
        byte[] first = new byte[Math.min(Math.max(told, 0), MOST_AT_ONCE) + 1];
        int length = in.readNBytes(first, 0, first.length);
        if (length < first.length) {
            return Arrays.copyOf(first, length);
        }
        byte[] rest = in.readNBytes(MOST_BYTES + 1 - length);
        byte[] all = Arrays.copyOf(first, length + rest.length);
        System.arraycopy(rest, 0, all, length, rest.length);
        return all;
    }

    private static int separators(byte[] body) {
        int found = 0;
        for (byte b : body) {
            found += b == '&' ? 1 : 0;
        }
        return found;
    }

    /** A request for the host: the same if its body was left alone, else one that gives the body again. */
    HttpServletRequest replayed(HttpServletRequest given) throws IOException {
        byte[] read = content == null ? null : content.bytes;
        // another plugin's copy was read by us, and is as empty now as what that one has read
        if (read == null || ReplayedRequest.gives(read, given)) {
            return given;
        }
        ReplayedRequest replayed = new ReplayedRequest(given, read, reachesParameters());
        if (replayed.getCharacterEncoding() == null) {
            // Servlet 6.0, section 3.12: the default would be ISO-8859-1, which no browser's form is in.
            replayed.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        return replayed;
    }
}
