package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** A host behind a frozen gate, that notes what reaches it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FrozenHost {
    static final String ROUTES = """
            { "routes": [ { "path": ["/Edit.jsp", "/wiki/Edit"], "verdict": "write" },
                          { "path": "/vote", "methods": "GET", "verdict": "write" },
                          { "path": "/search/**", "methods": "POST", "verdict": "read" } ],
              "always": ["/health"] }
            """;

    final ConcurrentLinkedQueue<String> reached = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init")
    GateHost host;

    abstract GateHost.Server server();

    @BeforeAll
    void start() {
        host = new GateHost(server(), Mode.READ_ONLY, ROUTES);
        host.serve((request, response) -> {
            reached.add(request.getMethod() + " " + JudgedRequest.path(request));
            response.getOutputStream().print("host");
        });
    }

    @AfterAll
    void stop() {
        host.close();
    }

    boolean reaches(RawRequest request) {
        reached.clear();
        RawAnswer answer = host.http().send(request);
        assertThat(answer.status()).isIn(200, 400, 404, 405, 501, 503);
        return !reached.isEmpty();
    }
}
