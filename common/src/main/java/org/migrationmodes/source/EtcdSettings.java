package org.migrationmodes.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * A cluster of etcd that the flag is kept in.
 *
 * @param endpoints the members, any of which may be asked; without a slash at the end
 * @param prefix how the keys begin; ends with a slash
 * @param user who we are there; null where nobody asks
 * @param password a secret
 * @param tls whom to trust
 * @param keys who may have signed the flag
 */
record EtcdSettings(
        List<URI> endpoints,
        String prefix,
        @Nullable String user,
        @Nullable String password,
        TlsSettings tls,
        PublicKeys keys)
        implements Followed {
    private static final String DEFAULT_PREFIX = "/migration-modes/";
    // It stands in commands and in the log.
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9/._-]{1,200}");

    /** Reads the setting {@code etcd}. */
    static @Nullable EtcdSettings read(@Nullable Value etcd) throws InvalidDocument {
        if (etcd == null) {
            return null;
        }
        Section section = etcd.object();
        PublicKeys keys = PublicKeys.read(section);
        Value allowHttp = section.value("allowHttp");
        Value prefix = section.value("prefix");
        Value user = section.value("user");
        Value password = section.value("password");
        if (user != null && password == null) {
            section.required("password");
        }
        if (password != null && user == null) {
            section.required("user");
        }
        return new EtcdSettings(
                endpoints(section.required("endpoints"), allowHttp != null && allowHttp.truth()),
                prefix == null ? DEFAULT_PREFIX : prefix(prefix),
                user == null ? null : filled(user),
                password == null ? null : filled(password),
                TlsSettings.read(section),
                keys);
    }

    private static List<URI> endpoints(Value value, boolean allowHttp) throws InvalidDocument {
        List<URI> endpoints = new ArrayList<>();
        for (Value endpoint : value.isText() ? List.of(value) : value.list()) {
            URI url = EncryptedUrl.read(endpoint, allowHttp, "\"allowHttp\": true beside the endpoints");
            if (url.getRawQuery() != null || url.getRawFragment() != null) {
                throw endpoint.invalid("has a ? or # in it, which the address of an etcd member has not");
            }
            endpoints.add(URI.create(url.toString().replaceFirst("/+$", "")));
        }
        if (endpoints.isEmpty()) {
            throw value.invalid("is empty");
        }
        return List.copyOf(endpoints);
    }

    private static String prefix(Value value) throws InvalidDocument {
        String prefix = value.text();
        if (!PREFIX.matcher(prefix).matches()) {
            throw value.invalid("is not a prefix of up to 200 letters (a-z), digits, '/', '.', '_' and '-'");
        }
        return prefix.replaceFirst("/*$", "/");
    }

    private static String filled(Value value) throws InvalidDocument {
        if (value.text().isEmpty()) {
            throw value.invalid("is empty");
        }
        return value.text();
    }

    String flagKey() {
        return prefix + "flag";
    }

    /** Where each server says what it believes. */
    String serversPrefix() {
        return prefix + "servers/";
    }

    /** Says nothing of the members, so that a server that is told of another one forgets nothing. */
    @Override
    public String origin() {
        return "etcd:" + flagKey();
    }

    @Override
    public boolean sharesClock() {
        return endpoints.stream().anyMatch(EncryptedUrl::isLoopback);
    }

    @Override
    public RemoteSource open(Timers timers, Follower follower) {
        return new EtcdSource(this, timers, follower);
    }

    @Override
    public String toString() {
        return origin();
    }
}
