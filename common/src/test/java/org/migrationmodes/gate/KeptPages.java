package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.migrationmodes.flag.Mode;

/** A host whose pages may be kept, by the clock that whatever keeps them goes by too. */
abstract class KeptPages {
    final AtomicInteger written = new AtomicInteger();
    final AtomicInteger confirmed = new AtomicInteger();
    final GateHost host = new GateHost(GateHost.Server.TOMCAT, Mode.NORMAL, "{}");

    /** The host's page, or that it has not changed; counts which. */
    abstract void conditionally(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @BeforeEach
    final void serve() {
        host.clock = InstantSource.system();
        host.serve(this::conditionally);
    }

    @AfterEach
    final void stopHost() {
        host.close();
    }
}
