package org.migrationmodes.source;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.JsonText;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/** Carries JSON to etcd's HTTP gateway and back. Thread-safe. */
final class EtcdTransport implements AutoCloseable {
    /** Takes one line of a stream. */
    interface Lines {
        /** May read on for as long as it allows itself. */
        void line(Section result, EtcdCall call) throws EtcdFailure, InvalidDocument;
    }

    /** Why a stream ends that is to begin anew. */
    static final String RENEWED = "renewed";

    // What one request may bring into etcd (1.5 MiB) fits in, so that a flag that is too long is told as such.
    private static final long MOST_BYTES = 3 * 1024 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");

    private final EtcdSettings settings;
    private final Timer deadlines;
    private final Consumer<Instant> dated;
    private final Set<EtcdCall> running = new HashSet<>();
    private @Nullable OwnConnections connections;
    private @Nullable EtcdCall streaming;
    private boolean closed;

    /** @param dated told what time it is there, whenever an answer says it */
    EtcdTransport(EtcdSettings settings, Timer deadlines, Consumer<Instant> dated) {
        this.settings = settings;
        this.dated = dated;
        this.deadlines = deadlines;
    }

    /** Asks once, and waits for the answer. */
    Section post(URI endpoint, String path, @Nullable String token, Map<String, ?> body, Duration patience)
            throws EtcdFailure {
        try (EtcdCall call = open(endpoint, path, token, body)) {
            call.allow(patience, "no whole answer within " + patience.toSeconds() + " s");
            try {
                return whole(endpoint, call.execute());
            } catch (IOException e) {
                throw EtcdFailure.unreachable(endpoint, call.reason(e));
            } finally {
                forget(call);
            }
        }
    }

    /** Asks once, and hands on line after line, until the call is {@link #RENEWED} or fails. */
    void stream(URI endpoint, String path, @Nullable String token, Map<String, ?> body, Duration patience, Lines lines)
            throws EtcdFailure {
        try (EtcdCall call = open(endpoint, path, token, body)) {
            call.allow(patience, "does not begin to watch within " + patience.toSeconds() + " s");
            streaming(call);
            try {
                Response response = call.execute();
                if (response.code() != 200) {
                    whole(endpoint, response);
                }
                BufferedSource source = response.body().source();
                while (true) {
                    Section answer = read(endpoint, source.readUtf8LineStrict(MOST_BYTES));
                    lines.line(answer.required("result").object(), call);
                }
            } catch (InvalidDocument e) {
                throw noEtcd(endpoint, e);
            } catch (IOException e) {
                if (!RENEWED.equals(call.stopped())) {
                    throw EtcdFailure.unreachable(endpoint, call.reason(e));
                }
            } finally {
                forget(call);
            }
        }
    }

    private EtcdCall open(URI endpoint, String path, @Nullable String token, Map<String, ?> body) throws EtcdFailure {
        Request.Builder request = new Request.Builder()
                .url(endpoint + path)
                // Otherwise a member that lost its leader would go on as if nothing were ever new.
                .header("Grpc-Metadata-hasleader", "true")
                .header("Accept-Encoding", "identity")
                .post(RequestBody.create(JsonText.write(body), JSON));
        if (token != null) {
            request.header("Authorization", token);
        }
        try {
            Call call = connections().client().newCall(request.build());
            return begin(new EtcdCall(call, deadlines));
        } catch (IOException e) {
            throw EtcdFailure.unreachable(endpoint, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // Such as a JVM whose trust store cannot be read.
            throw EtcdFailure.unreachable(endpoint, HttpTrouble.plain(e.toString()));
        }
    }

    private synchronized OwnConnections connections() {
        OwnConnections made = connections;
        if (made == null) {
            List<String> hosts =
                    settings.endpoints().stream().map(URI::getHost).distinct().toList();
            made = new OwnConnections(settings.tls(), hosts, Dns.SYSTEM, Duration.ZERO);
            connections = made;
        }
        return made;
    }

    private synchronized EtcdCall begin(EtcdCall call) throws IOException {
        if (closed) {
            throw new Explained("closed");
        }
        running.add(call);
        return call;
    }

    private Section whole(URI endpoint, Response response) throws IOException, EtcdFailure {
        BufferedSource source = response.body().source();
        if (source.request(MOST_BYTES + 1)) {
            throw EtcdFailure.unreachable(endpoint, "answers with more than " + (MOST_BYTES >> 20) + " MiB");
        }
        String text = source.readUtf8();
        if (response.code() == 200) {
            Instant there = HttpDate.of(response);
            if (there != null) {
                dated.accept(there);
            }
            return read(endpoint, text);
        }
        try {
            Section answer = Section.parse(text);
            refuse(endpoint, answer);
            // From etcd 3.6 on.
            throw EtcdFailure.refused(endpoint, answer.required("message").text());
        } catch (InvalidDocument e) {
            // A proxy's words, then; its status says enough.
        }
        String elsewhere = response.header("Location");
        throw EtcdFailure.unreachable(
                endpoint,
                "answered " + response.code()
                        + (elsewhere == null
                                ? ""
                                : ", a redirect that is not followed, to " + HttpTrouble.plain(elsewhere)));
    }

    private static Section read(URI endpoint, String text) throws EtcdFailure {
        try {
            Section answer = Section.parse(text);
            refuse(endpoint, answer);
            return answer;
        } catch (InvalidDocument e) {
            throw noEtcd(endpoint, e);
        }
    }

    /** Up to etcd 3.5 the gateway says {@code {"error": text}}, and each says {@code {"error": {…}}} in a stream. */
    private static void refuse(URI endpoint, Section answer) throws EtcdFailure, InvalidDocument {
        Value error = answer.value("error");
        if (error != null) {
            throw EtcdFailure.refused(
                    endpoint,
                    error.isObject() ? error.object().required("message").text() : error.text());
        }
    }

    private static EtcdFailure noEtcd(URI endpoint, InvalidDocument e) {
        return EtcdFailure.unreachable(endpoint, "does not answer as etcd does: " + HttpTrouble.plain(e.getMessage()));
    }

    /** Ends what runs, for a reason. */
    synchronized void stop(String why) {
        running.forEach(call -> call.stop(why));
    }

    /** Ends a stream that runs as if its time were over. */
    synchronized void renew() {
        if (streaming != null) {
            streaming.stop(RENEWED);
        }
    }

    private synchronized void streaming(EtcdCall call) {
        streaming = call;
    }

    private synchronized void forget(EtcdCall call) {
        running.remove(call);
        if (call.equals(streaming)) {
            streaming = null;
        }
    }

    @Override
    public void close() {
        OwnConnections open;
        synchronized (this) {
            closed = true;
            stop("closed");
            open = connections;
        }
        if (open != null) {
            open.close();
        }
    }
}
