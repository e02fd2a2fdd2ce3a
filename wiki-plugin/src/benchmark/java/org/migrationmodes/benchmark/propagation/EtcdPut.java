package org.migrationmodes.benchmark.propagation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Puts flags over a connection that is open already, so that the start of a program is not measured. */
final class EtcdPut implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    EtcdPut(String endpoint) {
        this.url = URI.create(endpoint + "/v3/kv/put");
    }

    void flag(String flag) throws IOException, InterruptedException {
        String body = "{\"key\": \"" + base64("/migration-modes/flag") + "\", \"value\": \"" + base64(flag) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(url)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("etcd answered " + status);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        // The client ends with the program.
    }
}
