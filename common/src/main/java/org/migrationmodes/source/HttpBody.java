package org.migrationmodes.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import okhttp3.Response;
import okio.BufferedSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.JsonText;

/** The body of an answer as a text, packed or not. */
final class HttpBody {
    /** How a body may be packed: unpacked here, where its size can be bounded and its faults can be told apart. */
    static final String ENCODING = "gzip";

    private HttpBody() {}

    /**
     * Reads the whole body.
     *
     * @throws Explained if it is too long, or no text of a document
     */
    static String text(Response response) throws IOException {
        BufferedSource source = response.body().source();
        // One byte more than allowed is asked for, so that a longer body shows without being read.
        if (source.request(JsonText.MOST_BYTES + 1L)) {
            throw new Explained(JsonText.tooLong().getMessage());
        }
        byte[] sent = source.readByteArray();
        String encoding = response.header("Content-Encoding", "").strip().toLowerCase(Locale.ROOT);
        String text;
        try {
            text = JsonText.decode(
                    switch (encoding) {
                        case "", "identity" -> sent;
                        case ENCODING, "x-gzip" -> unpacked(sent);
                        default ->
                            throw new Explained("came in the encoding " + HttpTrouble.plain(encoding)
                                    + ", which was not asked for");
                    });
        } catch (InvalidDocument e) {
            throw new Explained(e.getMessage());
        }
        if (text.stripLeading().startsWith("<")) {
            // A parked domain, a login, the page of a hotel.
            throw new Explained("answered a web page instead of a flag");
        }
        return text;
    }

    private static byte[] unpacked(byte[] sent) throws Explained {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return in.readNBytes(JsonText.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new Explained("came packed as gzip, and cannot be unpacked", e);
        }
    }
}
