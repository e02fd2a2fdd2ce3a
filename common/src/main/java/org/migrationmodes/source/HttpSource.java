package org.migrationmodes.source;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A document published on a website, asked for with a conditional GET (RFC 9110, section 13). Thread-safe. */
final class HttpSource implements AutoCloseable {
    private final RemoteSettings settings;
    private final Timer deadlines;
    private final Dns dns;
    private final Consumer<Instant> dated;
    private @Nullable HttpUrl url;
    private @Nullable OwnConnections connections;
    private boolean closed;

    /**
     * @param deadlines a timer whose thread is not the one that polls
     * @param dns asked at each poll
     * @param dated told what time it is there, whenever an answer says it
     */
    HttpSource(RemoteSettings settings, Timer deadlines, Dns dns, Consumer<Instant> dated) {
        this.settings = settings;
        this.deadlines = deadlines;
        this.dns = dns;
        this.dated = dated;
    }

    /**
     * Asks once and waits for the answer. Never throws.
     *
     * @param validator what came with the last accepted document; null to get the document in any case
     * @param patience how long the whole answer may take, redirects included
     */
    HttpAnswer poll(@Nullable Validator validator, Duration patience) {
        try (Deadline deadline = new Deadline(deadlines, patience)) {
            try {
                return new HttpQuestion(connections().client(), settings, deadline, deadlines.now(), dated)
                        .ask(url(), validator);
            } catch (IOException e) {
                return unavailable(
                        deadline.isOver()
                                ? "no whole answer within " + patience.toSeconds() + " s"
                                : String.valueOf(e.getMessage()));
            }
        } catch (RuntimeException | Error e) {
            // Such as a JVM whose trust store cannot be read.
            return unavailable(HttpTrouble.plain(e.toString()));
        }
    }

    private synchronized HttpUrl url() {
        HttpUrl made = url == null ? HttpUrl.get(settings.origin()) : url;
        url = made;
        return made;
    }

    private synchronized OwnConnections connections() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        OwnConnections made = connections;
        if (made == null) {
            made = new OwnConnections(settings.tls(), List.of(settings.url().getHost()), dns);
            connections = made;
        }
        return made;
    }

    private HttpAnswer unavailable(String reason) {
        return new HttpAnswer(new Reading.Unavailable(settings.origin() + ": " + reason));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connections != null) {
            connections.close();
        }
    }
}
