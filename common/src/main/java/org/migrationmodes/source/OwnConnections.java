package org.migrationmodes.source;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.internal.concurrent.TaskRunner;
import okhttp3.internal.connection.ConnectionListener;

/**
 * An HTTP client that leaves no thread behind. What OkHttp shares between all clients lives on for a minute, and keeps the
 * class loader of a web application that was stopped; so this one brings its own.
 */
final class OwnConnections implements AutoCloseable {
    // So that one dead address of several leaves time for the next.
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final long CLOSING_SECONDS = 1;

    private final TaskRunner.RealBackend threads = new TaskRunner.RealBackend(task -> {
        Thread thread = new Thread(task, "migration-modes-connections");
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnConnections.class.getClassLoader());
        return thread;
    });
    private final OkHttpClient client;

    OwnConnections() {
        TaskRunner tasks = new TaskRunner(threads, Logger.getLogger(TaskRunner.class.getName()));
        // Read timeouts and connects that race each other would start shared threads; the deadline is ours.
        this.client = new OkHttpClient.Builder()
                .callTimeout(Duration.ZERO)
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .fastFallback(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS, tasks, new ConnectionListener() {}))
                .cookieJar(CookieJar.NO_COOKIES)
                .followSslRedirects(false)
                .build();
    }

    OkHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        threads.shutdown();
        try {
            boolean ended = threads.getExecutor().awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                threads.getExecutor().shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
