package org.migrationmodes.source;

import java.net.URI;
import java.time.Duration;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * Where a published flag is, and how often to look.
 *
 * @param url https, or http where that is allowed
 * @param interval between two looks, give or take a tenth
 * @param allowHttp whether http is allowed to other machines
 * @param tls whom to trust
 * @param keys who may have signed it
 */
record RemoteSettings(URI url, Duration interval, boolean allowHttp, TlsSettings tls, PublicKeys keys)
        implements Followed {
    static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(15);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    /** Reads the setting {@code remote}: a URL, or an object with {@code url} and more. */
    static @Nullable RemoteSettings read(@Nullable Value remote) throws InvalidDocument {
        if (remote == null) {
            return null;
        }
        if (remote.isText()) {
            return new RemoteSettings(
                    allowed(remote, false), DEFAULT_INTERVAL, false, TlsSettings.NONE, PublicKeys.NONE);
        }
        if (!remote.isObject()) {
            throw remote.invalid("is neither a URL nor an object in { } with a url");
        }
        Section section = remote.object();
        PublicKeys keys = PublicKeys.read(section);
        Value http = section.value("allowHttp");
        boolean allowHttp = http != null && http.truth();
        Value interval = section.value("interval");
        if (interval != null && interval.duration().compareTo(SHORTEST_INTERVAL) < 0) {
            throw interval.invalid("is shorter than one second");
        }
        if (interval != null && interval.duration().compareTo(LONGEST_INTERVAL) > 0) {
            throw interval.invalid("is longer than one hour");
        }
        return new RemoteSettings(
                allowed(section.required("url"), allowHttp),
                interval == null ? DEFAULT_INTERVAL : interval.duration(),
                allowHttp,
                TlsSettings.read(section),
                keys);
    }

    @Override
    public String origin() {
        return url.toString();
    }

    @Override
    public boolean sharesClock() {
        return EncryptedUrl.isLoopback(url);
    }

    @Override
    public RemoteSource open(Timers timers, Follower follower) {
        return new HttpPoller(this, timers, follower, Dns.SYSTEM);
    }

    private static URI allowed(Value value, boolean allowHttp) throws InvalidDocument {
        return EncryptedUrl.read(value, allowHttp, "{ \"url\": …, \"allowHttp\": true }");
    }
}
