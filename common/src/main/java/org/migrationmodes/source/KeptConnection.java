package org.migrationmodes.source;

import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** The connection of the last call, and whether the next one may go over it, too. Thread-safe. */
final class KeptConnection implements Interceptor {
    private final ConnectionPool pool;
    private final Dns dns;
    private volatile @Nullable Connection last;
    private volatile boolean shortLived;

    KeptConnection(ConnectionPool pool, Dns dns) {
        this.pool = pool;
        this.dns = dns;
    }

    /**
     * Whether it is there, leads where the DNS leads now, and the other side did not end one like it before its next call.
     */
    boolean isGood(String host) {
        Connection connection = last;
        return connection != null && !shortLived && pool.idleConnectionCount() > 0 && leads(host, connection.route());
    }

    /** Behind a proxy, where a connection leads is known to the proxy alone, and stays as it is. */
    private boolean leads(String host, Route route) {
        try {
            return route.proxy().type() == Proxy.Type.DIRECT
                    && route.address().url().host().equals(host)
                    && dns.lookup(host).contains(route.socketAddress().getAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Lets the next call have a new one. */
    void drop() {
        last = null;
        pool.evictAll();
    }

    /** As {@link #drop}, and forgets how long such connections live. */
    void dropAndForget() {
        shortLived = false;
        drop();
    }

    @Override
    public Response intercept(Interceptor.Chain chain) throws IOException {
        Connection connection = chain.connection();
        boolean again = connection != null && connection.equals(last);
        try {
            Response response = chain.proceed(chain.request());
            last = connection;
            return withoutSecondTry(chain.call(), response);
        } catch (IOException e) {
            // OkHttp tries again over another one, at the cost of both.
            shortLived |= again;
            throw e;
        }
    }

    /** OkHttp would ask again at once, without telling us. */
    private static Response withoutSecondTry(Call call, Response answer) {
        if (isEmpty(answer)) {
            return answer;
        }
        Response response = PartingBody.of(call, answer);
        boolean tempts = response.code() == 408
                || (response.code() == 503 && response.header("Retry-After", "").matches("0+"));
        return tempts ? response.newBuilder().header("Retry-After", "1").build() : response;
    }

    /** Whether nothing of it is left on the connection: OkHttp goes by the headers, even of a 304. */
    private static boolean isEmpty(Response answer) {
        return answer.code() == 304 && answer.body().contentLength() <= 0 && answer.header("Transfer-Encoding") == null;
    }
}
