package org.migrationmodes.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came back, nothing hidden.
 *
 * @param headers in the order of the wire
 * @param wire the body with its chunk frames, if it had any
 * @param body the body without them
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers; bytes are what a test wants to look at
public record RawAnswer(int status, String reason, List<Header> headers, byte[] wire, byte[] body) {
    private static final int SHOWN = 4000;

    /** One header line. */
    public record Header(String name, String value) {}

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of a header, one for each line. */
    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String shown = text();
        return "HTTP " + status + ' ' + reason + '\n'
                + headers.stream().map(h -> h.name() + ": " + h.value() + '\n').collect(Collectors.joining())
                + '\n' + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown);
    }
}
