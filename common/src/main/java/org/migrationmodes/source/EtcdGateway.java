package org.migrationmodes.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/** The few calls of etcd's v3 API that are needed here. To be used by one thread, but for {@link #renew} and the ends. */
final class EtcdGateway implements AutoCloseable {
    /**
     * A key as it was at a revision.
     *
     * @param value null if there was no such key
     */
    record Kept(long revision, @Nullable ByteString value) {}

    private final EtcdTransport transport;
    private final EtcdLogin login;

    /** @param dated told what time it is there, whenever an answer says it */
    EtcdGateway(EtcdSettings settings, Timer deadlines, Consumer<Instant> dated) {
        this.transport = new EtcdTransport(settings, deadlines, dated);
        this.login = new EtcdLogin(settings, transport);
    }

    /** Reads a key as the majority of the members knows it. */
    Kept range(URI endpoint, String key, Duration patience) throws EtcdFailure {
        Section answer = call(endpoint, "/v3/kv/range", Map.of("key", base64(key)), patience);
        try {
            List<Value> keys = list(answer, "kvs");
            return new Kept(
                    number(answer.required("header").object(), "revision"),
                    keys.isEmpty() ? null : bytes(keys.get(0).object()));
        } catch (InvalidDocument e) {
            throw odd(endpoint, e);
        }
    }

    /** Whether a key is there. */
    boolean has(URI endpoint, String key, Duration patience) throws EtcdFailure {
        Map<String, ?> body = Map.of("key", base64(key), "keys_only", true);
        try {
            return !list(call(endpoint, "/v3/kv/range", body, patience), "kvs").isEmpty();
        } catch (InvalidDocument e) {
            throw odd(endpoint, e);
        }
    }

    void put(URI endpoint, String key, String value, long lease, Duration patience) throws EtcdFailure {
        Map<String, ?> body = Map.of("key", base64(key), "value", base64(value), "lease", Long.toString(lease));
        call(endpoint, "/v3/kv/put", body, patience);
    }

    /** A new lease; a key under it vanishes when it was not kept alive for so long. */
    long grant(URI endpoint, Duration life, Duration patience) throws EtcdFailure {
        Map<String, ?> body = Map.of("TTL", Long.toString(life.toSeconds()));
        Section answer = call(endpoint, "/v3/lease/grant", body, patience);
        try {
            return number(answer, "ID");
        } catch (InvalidDocument e) {
            throw odd(endpoint, e);
        }
    }

    /** Says whether the lease still lives. */
    boolean keepAlive(URI endpoint, long lease, Duration patience) throws EtcdFailure {
        Section answer = call(endpoint, "/v3/lease/keepalive", Map.of("ID", Long.toString(lease)), patience);
        try {
            return number(answer.required("result").object(), "TTL") > 0;
        } catch (InvalidDocument e) {
            throw odd(endpoint, e);
        }
    }

    void revoke(URI endpoint, long lease, Duration patience) throws EtcdFailure {
        call(endpoint, "/v3/lease/revoke", Map.of("ID", Long.toString(lease)), patience);
    }

    /**
     * Hands on what a key becomes, from a revision on, for a time; the newest value where there are several, null for a key
     * that was deleted. Returns when the time is over or {@link #renew} was called.
     *
     * @param patience until etcd must have confirmed that it watches
     */
    void watch(
            URI endpoint,
            String key,
            long from,
            Duration patience,
            Duration time,
            Runnable confirmed,
            Consumer<@Nullable ByteString> changes)
            throws EtcdFailure {
        Map<String, ?> create = Map.of("key", base64(key), "start_revision", Long.toString(from));
        try {
            transport.stream(
                    endpoint,
                    "/v3/watch",
                    login.token(endpoint, patience),
                    Map.of("create_request", create),
                    patience,
                    (result, call) -> {
                        if (isTrue(result.value("canceled"))) {
                            throw canceled(endpoint, result);
                        }
                        if (isTrue(result.value("created"))) {
                            call.allow(time, EtcdTransport.RENEWED);
                            confirmed.run();
                        }
                        List<Value> events = list(result, "events");
                        if (!events.isEmpty()) {
                            changes.accept(newest(events));
                        }
                    });
        } catch (EtcdFailure e) {
            if (e.isRefused()) {
                login.forget();
            }
            throw e;
        }
    }

    private static @Nullable ByteString newest(List<Value> events) throws InvalidDocument {
        Section event = events.get(events.size() - 1).object();
        Value type = event.value("type");
        boolean deleted = type != null && type.text().equals("DELETE");
        return deleted ? null : bytes(event.required("kv").object());
    }

    private static EtcdFailure canceled(URI endpoint, Section result) throws InvalidDocument {
        Value reason = result.value("cancel_reason");
        String said = reason == null ? "" : reason.text();
        return EtcdFailure.refused(
                endpoint, said.isEmpty() ? "ends the watch, since what it asks for was compacted meanwhile" : said);
    }

    /** What was remembered of a login that is no longer good costs no more than one more try. */
    private Section call(URI endpoint, String path, Map<String, ?> body, Duration patience) throws EtcdFailure {
        boolean remembered = login.isKnown();
        String token = login.token(endpoint, patience);
        try {
            return transport.post(endpoint, path, token, body, patience);
        } catch (EtcdFailure e) {
            if (!e.isRefused()) {
                throw e;
            }
            login.forget();
            if (!remembered || login.isKnown()) {
                throw e;
            }
            return transport.post(endpoint, path, login.token(endpoint, patience), body, patience);
        }
    }

    private static List<Value> list(Section section, String key) throws InvalidDocument {
        Value value = section.value(key);
        return value == null ? List.of() : value.list();
    }

    private static boolean isTrue(@Nullable Value value) throws InvalidDocument {
        return value != null && value.truth();
    }

    /** The gateway writes 64-bit numbers as texts, and leaves out what is 0 or empty. */
    private static long number(Section section, String key) throws InvalidDocument {
        Value value = section.value(key);
        if (value == null) {
            return 0;
        }
        try {
            return Long.parseLong(value.text());
        } catch (NumberFormatException e) {
            throw value.invalid("is not a number");
        }
    }

    private static ByteString bytes(Section keyValue) throws InvalidDocument {
        Value value = keyValue.value("value");
        if (value == null) {
            return ByteString.EMPTY;
        }
        ByteString bytes = ByteString.decodeBase64(value.text());
        if (bytes == null) {
            throw value.invalid("is not base64");
        }
        return bytes;
    }

    private static String base64(String text) {
        return ByteString.encodeUtf8(text).base64();
    }

    private static EtcdFailure odd(URI endpoint, InvalidDocument e) {
        return EtcdFailure.unreachable(endpoint, "does not answer as etcd does: " + HttpTrouble.plain(e.getMessage()));
    }

    /** Lets {@link #watch} return. */
    void renew() {
        transport.renew();
    }

    /** Ends what runs, and nothing else. */
    void interrupt() {
        transport.stop("closed");
    }

    @Override
    public void close() {
        transport.close();
    }
}
