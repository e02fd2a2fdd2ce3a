package org.migrationmodes.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The way from the URL that was configured to the one that has the flag. Not thread-safe; one for each question. */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final int MOST = 3;

    private final RemoteSettings settings;
    private final List<HttpUrl> asked = new ArrayList<>(1);

    Redirect(RemoteSettings settings) {
        this.settings = settings;
    }

    /**
     * Where to ask next; null if this is the answer.
     *
     * @throws Explained if what is said must not or cannot be followed
     */
    @Nullable
    HttpUrl next(Response response) throws IOException {
        int status = response.code();
        if (!STATUSES.contains(status)) {
            return null;
        }
        asked.add(response.request().url());
        String location = response.header("Location");
        if (location == null) {
            throw new Explained("answered " + status + ", a redirect that does not say where to");
        }
        HttpUrl next = response.request().url().resolve(location);
        if (next == null) {
            throw new Explained("answered " + status + ", a redirect to what is no web address");
        }
        String shown = HttpTrouble.shown(next);
        if (!next.username().isEmpty() || !next.password().isEmpty()) {
            throw refused(status, shown, "with a user name or password in it");
        }
        String why = forbidden(response.request().url(), next);
        if (why != null) {
            throw refused(status, shown, why);
        }
        if (asked.contains(next)) {
            throw refused(status, shown, "where it came from: they go round in a circle");
        }
        if (asked.size() > MOST) {
            throw refused(status, shown, "which is one more than the " + MOST + " that are followed");
        }
        return next;
    }

    private @Nullable String forbidden(HttpUrl from, HttpUrl to) {
        if (!to.isHttps() && from.isHttps()) {
            return "which is not encrypted any more";
        }
        if (!to.isHttps() && !settings.allowHttp() && !EncryptedUrl.isLoopback(to.uri())) {
            return "which is not encrypted";
        }
        if (!settings.tls().pins().isEmpty() && !to.host().equals(from.host())) {
            return "another host, for which the pins do not count";
        }
        return null;
    }

    private static Explained refused(int status, String location, String why) {
        return new Explained("answered " + status + ", a redirect that is not followed, to " + location + ", " + why);
    }
}
