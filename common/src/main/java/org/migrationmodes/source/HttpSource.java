package org.migrationmodes.source;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.JsonText;

/** A document published on a website, asked for with a conditional GET (RFC 9110, section 13). */
final class HttpSource implements AutoCloseable {
    private final String url;
    private final Timer deadlines;
    private final OkHttpClient client;

    /** The deadlines need a timer whose thread is not the one that polls. */
    HttpSource(RemoteSettings settings, Timer deadlines) {
        this.url = settings.url().toString();
        this.deadlines = deadlines;
        // OkHttp's own timeouts start a watchdog thread that outlives the web application; the deadline is ours.
        this.client = new OkHttpClient.Builder()
                .callTimeout(Duration.ZERO)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .cookieJar(CookieJar.NO_COOKIES)
                .followSslRedirects(false)
                .build();
    }

    String url() {
        return url;
    }

    /**
     * Asks once and waits for the answer. Never throws.
     *
     * @param validator the entity tag that came with the last accepted document
     * @param patience how long the whole answer may take
     */
    Reading poll(@Nullable String validator, Duration patience) {
        Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json, */*;q=0.1");
        if (validator != null) {
            request.header("If-None-Match", validator);
        }
        Call call = client.newCall(request.build());
        Timer.Task deadline = deadlines.after(patience, call::cancel);
        try (Response response = call.execute()) {
            return read(response, validator);
        } catch (IOException e) {
            return unavailable(
                    call.isCanceled() ? "no whole answer within " + patience.toSeconds() + " s" : e.toString());
        } catch (RuntimeException e) {
            return unavailable(e.toString());
        } finally {
            deadline.cancel();
        }
    }

    private Reading read(Response response, @Nullable String validator) throws IOException {
        if (response.code() == 304 && validator != null) {
            return new Reading.Unchanged();
        }
        if (response.code() != 200) {
            return unavailable("answered " + response.code());
        }
        BufferedSource body = response.body().source();
        try {
            // One byte more than allowed is asked for, so that a longer body shows without being read.
            if (body.request(JsonText.MOST_BYTES + 1L)) {
                throw JsonText.tooLong();
            }
            return new Reading.Changed(url, JsonText.decode(body.readByteArray()), response.header("ETag"));
        } catch (InvalidDocument e) {
            return unavailable(e.getMessage());
        }
    }

    private Reading unavailable(String reason) {
        return new Reading.Unavailable(url + ": " + reason);
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
