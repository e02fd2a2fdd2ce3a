package org.migrationmodes.source;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One question to a website, with the redirects that it takes. Not thread-safe. */
final class HttpQuestion {
    private static final String AGENT = agent(HttpQuestion.class.getPackage().getImplementationVersion());

    private final OkHttpClient client;
    private final RemoteSettings settings;
    private final Redirect redirect;
    private final Deadline deadline;
    private final Instant now;
    private final Consumer<Instant> dated;

    /**
     * @param now for what a website says of times to come
     * @param dated told what time it is there, if that is known
     */
    HttpQuestion(
            OkHttpClient client, RemoteSettings settings, Deadline deadline, Instant now, Consumer<Instant> dated) {
        this.client = client;
        this.settings = settings;
        this.redirect = new Redirect(settings);
        this.deadline = deadline;
        this.now = now;
        this.dated = dated;
    }

    /**
     * Asks and waits for the answer.
     *
     * @param first the URL of the settings
     * @param validator null to get the document in any case
     * @throws Explained if there is no answer, or none with a document
     */
    HttpAnswer ask(HttpUrl first, @Nullable Validator validator) throws Explained {
        HttpUrl at = first;
        while (true) {
            boolean direct = at.equals(first);
            try {
                Request.Builder request = request(at, validator == null);
                // What came from one URL says nothing of another, so a validator is shown to the first only.
                boolean conditional = direct && Validators.show(validator, request);
                Call call = deadline.limit(client.newCall(request.build()));
                try (Response response = call.execute()) {
                    HttpUrl next = redirect.next(response);
                    if (next == null) {
                        return answer(response, direct, conditional);
                    }
                    at = next;
                }
            } catch (IOException e) {
                String way = direct ? "" : "redirected to " + HttpTrouble.shown(at) + ": ";
                throw new Explained(way + HttpTrouble.of(e, at.host()), e);
            }
        }
    }

    private static Request.Builder request(HttpUrl url, boolean anew) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json, */*;q=0.1")
                .header("Accept-Encoding", HttpBody.ENCODING)
                .header("User-Agent", AGENT);
        // Caches on the way are asked to look, too.
        return anew ? request.header("Cache-Control", "no-cache") : request;
    }

    private HttpAnswer answer(Response response, boolean direct, boolean conditional) throws IOException {
        int status = response.code();
        if (status == 200 || status == 304) {
            Instant there = HttpDate.of(response);
            if (there != null) {
                dated.accept(there);
            }
        }
        if (status == 304 && conditional) {
            return new HttpAnswer(new Reading.Confirmed());
        }
        if (status != 200) {
            return new HttpAnswer(
                    new Reading.Unavailable(settings.origin() + ": answered " + status + meaning(status)),
                    RetryAfter.of(response, now));
        }
        return new HttpAnswer(new Reading.Changed(
                settings.origin(), HttpBody.text(response), direct ? Validators.of(response) : null));
    }

    private static String meaning(int status) {
        return switch (status) {
            case 204 -> " (no content)";
            case 206 -> " (a part only)";
            case 304 -> " (not modified; but it was not asked whether it was)";
            case 401, 403 -> " (it lets nobody read this)";
            case 404, 410 -> " (nothing is there)";
            case 429 -> " (asked too often)";
            default -> status >= 500 ? " (it has a fault of its own)" : "";
        };
    }

    private static String agent(@Nullable String version) {
        return version == null ? "migration-modes" : "migration-modes/" + version;
    }
}
