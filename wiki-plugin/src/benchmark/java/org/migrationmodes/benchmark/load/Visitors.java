package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.RawHttp;
import org.migrationmodes.testing.RawRequest;

/** Readers and writers who come without end, and look closely at what they get. */
final class Visitors implements AutoCloseable {
    private static final int READERS = 3;
    private static final List<String> PAGES =
            List.of("/stream/10240", "/writer/102400", "/bodiless", "/stream/1048576");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Child server;
    private final RawHttp posts;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, LongAdder> seen = new ConcurrentHashMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private volatile boolean leaving;

    Visitors(Child server) {
        this.server = server;
        this.posts = new RawHttp(URI.create(server.url("/")).getPort());
        for (int i = 0; i < READERS; i++) {
            start(this::read);
        }
        start(this::write);
    }

    private interface Visit {
        String once(int number) throws IOException, InterruptedException;
    }

    private void start(Visit visit) {
        Thread thread = new Thread(() -> {
            for (int number = 0; !leaving; number++) {
                try {
                    seen.computeIfAbsent(visit.once(number), what -> new LongAdder())
                            .increment();
                } catch (IOException | InterruptedException | RuntimeException e) {
                    errors.add(e.toString());
                }
            }
        });
        threads.add(thread);
        thread.start();
    }

    private String read(int number) throws IOException, InterruptedException {
        String path = PAGES.get(number % PAGES.size());
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(server.url(path))).build(), BodyHandlers.ofString());
        String expected = PageServlet.page(path).text();
        String got = answer.body();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode());
        }
        if (PageCheck.wrong(expected, got, Contestant.NORMAL) == null) {
            return "pages without a banner";
        }
        String wrong = PageCheck.wrong(expected, got, Contestant.ANNOUNCED);
        if (wrong != null) {
            throw new IllegalStateException(path + " " + wrong);
        }
        return "pages with a banner";
    }

    /**
     * The host has no place to post to, and says so with 405. Each post has a connection of its own: on a shared one some in
     * a million get no answer, from a Tomcat without any filter too, and that must not hide one of ours.
     */
    private String write(int number) {
        RawRequest post = RawRequest.post(PAGES.get(0))
                .header("Accept", "text/html")
                .form(Form.of("text", "a".repeat(number % 5000)));
        int status = posts.send(post).status();
        return switch (status) {
            case 405 -> "posts that reached the host";
            case 503 -> "posts refused";
            default -> throw new IllegalStateException(PAGES.get(0) + " was answered " + status);
        };
    }

    /** How often each thing happened. */
    Map<String, Long> seen() {
        Map<String, Long> counts = new TreeMap<>();
        seen.forEach((what, count) -> counts.put(what, count.sum()));
        return counts;
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        leaving = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
