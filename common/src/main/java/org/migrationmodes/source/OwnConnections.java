package org.migrationmodes.source;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.internal.concurrent.TaskRunner;
import okhttp3.internal.connection.ConnectionListener;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that leaves no thread behind. What OkHttp shares between all clients lives on for a minute, and keeps the
 * class loader of a web application that was stopped; so this one brings its own. Thread-safe.
 */
final class OwnConnections implements AutoCloseable {
    // So that one dead address of several leaves time for the next.
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final OwnThreads threads = new OwnThreads("migration-modes-connections");
    private final TaskRunner.RealBackend backend = new TaskRunner.RealBackend(threads);
    private final Dispatcher dispatcher = new Dispatcher();
    private final ConnectionPool pool;
    private final KeptConnection kept;
    private final TlsSettings tls;
    private final OkHttpClient.Builder clients;
    private @Nullable OkHttpClient client;
    private @Nullable TlsFiles files;

    /**
     * @param tls whom to trust
     * @param hosts where the pins of {@code tls} count; nobody else should be asked where there are any
     * @param dns asked at each connection
     * @param idle how long one connection is kept for the next call; zero for none
     */
    OwnConnections(TlsSettings tls, List<String> hosts, Dns dns, Duration idle) {
        this.tls = tls;
        // A call that ends after the end wants to tidy up, where nothing is left to be tidied.
        backend.getExecutor().setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        TaskRunner tasks = new TaskRunner(backend, Logger.getLogger(TaskRunner.class.getName()));
        // As often as this the pool looks at a connection that is in use, too, as that of a watch always is.
        long look = Math.max(1, idle.toSeconds());
        this.pool =
                new ConnectionPool(idle.isZero() ? 0 : 1, look, TimeUnit.SECONDS, tasks, new ConnectionListener() {});
        this.kept = new KeptConnection(pool, dns);
        // Read timeouts and connects that race each other would start shared threads; the deadline is ours.
        this.clients = new OkHttpClient.Builder()
                .callTimeout(Duration.ZERO)
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .fastFallback(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .dispatcher(dispatcher)
                .connectionPool(pool)
                .dns(dns)
                .cookieJar(CookieJar.NO_COOKIES)
                .certificatePinner(pinner(tls, hosts))
                .addNetworkInterceptor(kept)
                .followRedirects(false)
                .followSslRedirects(false);
    }

    /**
     * The client, which trusts and shows what the files hold now.
     *
     * @throws IOException with the path and the reason, if a file cannot be used
     */
    synchronized OkHttpClient client() throws IOException {
        OkHttpClient made = client;
        if (!tls.hasFiles()) {
            made = made == null ? clients.build() : made;
        } else {
            TlsFiles now = new TlsFiles(tls);
            if (made == null || files == null || !now.hold(files)) {
                now.applyTo(clients);
                made = clients.build();
                files = now;
            }
        }
        client = made;
        return made;
    }

    /** Which of the connections the next call takes. */
    KeptConnection kept() {
        return kept;
    }

    private static CertificatePinner pinner(TlsSettings tls, List<String> hosts) {
        CertificatePinner.Builder pinner = new CertificatePinner.Builder();
        for (String host : hosts) {
            pinner.add(host, tls.pins().toArray(new String[0]));
        }
        return pinner.build();
    }

    @Override
    public void close() {
        dispatcher.cancelAll();
        dispatcher.executorService().shutdown();
        pool.evictAll();
        // One may be waiting for its next look.
        backend.getExecutor().shutdownNow();
        try {
            threads.awaitEnd(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
