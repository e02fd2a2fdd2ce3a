package org.migrationmodes.flag;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Tells an address that a browser can be sent to from everything else. */
final class WebUrl {
    private static final int MOST_PORT = 65535;

    private WebUrl() {}

    static URI read(Value value, String text) throws InvalidDocument {
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!web || url.getRawAuthority() == null) {
                throw value.invalid("is not a URL that begins with https:// or http:// and a host name");
            }
            if (url.getRawAuthority().contains("@")) {
                // Not with the value, since this goes into logs.
                throw new InvalidDocument(
                        value.place(),
                        "what stands there holds a user name or password before the @, where everybody would read it");
            }
            if (url.getHost() == null || url.getPort() == 0 || url.getPort() > MOST_PORT) {
                throw value.invalid("has a host name or port that cannot be; a host name in other letters than a-z, 0-9"
                        + " and - must be written in its xn-- form");
            }
            return new URI(url.toASCIIString());
        } catch (URISyntaxException e) {
            throw value.invalid(
                    "is not a URL: " + e.getReason().toLowerCase(Locale.ROOT) + " at character " + (e.getIndex() + 1));
        }
    }
}
