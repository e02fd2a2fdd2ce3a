package org.migrationmodes.source;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.JsonText;

/** A document published on a website, asked for with a conditional GET (RFC 9110, section 13). */
final class HttpSource implements AutoCloseable {
    // What may be sent back as it came: an entity tag (RFC 9110, section 8.8.3) in ASCII.
    private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"[!#-~]*\"");
    private final String url;
    private final RemoteSettings settings;
    private final Timer deadlines;
    private @Nullable OwnConnections connections;
    private boolean closed;

    /** The deadlines need a timer whose thread is not the one that polls. */
    HttpSource(RemoteSettings settings, Timer deadlines) {
        this.url = settings.origin();
        this.settings = settings;
        this.deadlines = deadlines;
    }

    /**
     * Asks once and waits for the answer. Never throws.
     *
     * @param validator what came with the last accepted document
     * @param patience how long the whole answer may take
     */
    Reading poll(@Nullable Validator validator, Duration patience) {
        try {
            return ask(validator == null ? null : validator.tag(), patience);
        } catch (RuntimeException | Error e) {
            // Such as a JVM whose trust store cannot be read.
            return unavailable(e.toString());
        }
    }

    private Reading ask(@Nullable String validator, Duration patience) {
        boolean conditional = validator != null && ENTITY_TAG.matcher(validator).matches();
        Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json, */*;q=0.1");
        if (validator != null && conditional) {
            request.header("If-None-Match", validator);
        }
        Call call;
        try {
            call = client().newCall(request.build());
        } catch (IOException e) {
            return unavailable(String.valueOf(e.getMessage()));
        }
        Timer.Task deadline = deadlines.after(patience, call::cancel);
        try (Response response = call.execute()) {
            return read(response, conditional);
        } catch (IOException e) {
            return unavailable(
                    call.isCanceled() ? "no whole answer within " + patience.toSeconds() + " s" : e.toString());
        } finally {
            deadline.cancel();
        }
    }

    private synchronized OkHttpClient client() throws IOException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        OwnConnections made = connections;
        if (made == null) {
            made = new OwnConnections(settings.tls(), List.of(settings.url().getHost()), Dns.SYSTEM);
            connections = made;
        }
        return made.client();
    }

    private Reading read(Response response, boolean conditional) throws IOException {
        if (response.code() == 304 && conditional) {
            return new Reading.Confirmed();
        }
        if (response.code() != 200) {
            String elsewhere = response.header("Location");
            return unavailable("answered " + response.code()
                    + (elsewhere == null ? "" : ", a redirect that is not followed, to " + elsewhere));
        }
        BufferedSource body = response.body().source();
        try {
            // One byte more than allowed is asked for, so that a longer body shows without being read.
            if (body.request(JsonText.MOST_BYTES + 1L)) {
                throw JsonText.tooLong();
            }
            return new Reading.Changed(
                    url, JsonText.decode(body.readByteArray()), new Validator(response.header("ETag"), null));
        } catch (InvalidDocument e) {
            return unavailable(e.getMessage());
        }
    }

    private Reading unavailable(String reason) {
        return new Reading.Unavailable(url + ": " + reason);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connections != null) {
            connections.close();
        }
    }
}
