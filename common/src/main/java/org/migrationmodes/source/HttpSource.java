package org.migrationmodes.source;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A document published on a website, asked for with a conditional GET (RFC 9110, section 13). The connection of one look is
 * kept for the next, but over no move of the website. Thread-safe.
 */
final class HttpSource implements AutoCloseable {
    /** Up to this long an interval, a connection is kept from one look to the next. */
    private static final Duration KEPT = Duration.ofMinutes(1);
    /** Longer than such an interval and its tenth. */
    private static final Duration IDLE = Duration.ofSeconds(75);
    /** Of the time of a look, so that whatever is wrong with a connection that was kept is found out on a new one. */
    private static final int PART_FOR_KEPT = 3;

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
        try {
            HttpAnswer answer = look(connections(), validator, patience);
            return answer != null ? answer : unavailable("no whole answer within " + patience.toSeconds() + " s");
        } catch (RuntimeException | Error e) {
            // Such as a JVM whose trust store cannot be read.
            return unavailable(HttpTrouble.plain(e.toString()));
        }
    }

    private @Nullable HttpAnswer look(OwnConnections to, @Nullable Validator validator, Duration patience) {
        Duration left = patience;
        if (validator == null) {
            to.kept().dropAndForget();
        } else if (!to.kept().isGood(url().host())) {
            to.kept().drop();
        } else {
            Duration part = Duration.ofMillis(patience.toMillis() / PART_FOR_KEPT);
            HttpAnswer answer = ask(to, validator, part);
            if (answer != null) {
                return answer;
            }
            left = patience.minus(part);
        }
        return ask(to, validator, left);
    }

    /** Asks once; null if no answer came in time. */
    private @Nullable HttpAnswer ask(OwnConnections to, @Nullable Validator validator, Duration patience) {
        try (Deadline deadline = new Deadline(deadlines, patience)) {
            HttpAnswer answer;
            try {
                answer =
                        new HttpQuestion(to.client(), settings, deadline, deadlines.now(), dated).ask(url(), validator);
            } catch (IOException e) {
                answer = deadline.isOver() ? null : unavailable(String.valueOf(e.getMessage()));
            }
            if (answer == null || answer.reading() instanceof Reading.Unavailable) {
                to.kept().drop();
            }
            return answer;
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
            Duration idle = settings.interval().compareTo(KEPT) > 0 ? Duration.ZERO : IDLE;
            made = new OwnConnections(settings.tls(), List.of(settings.url().getHost()), dns, idle);
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
