package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.FlagServer;

/** A server of its own for each test, not started yet, and a website that it may follow. */
@Timeout(60)
abstract class WithServer {
    @TempDir
    Path folder;

    final FlagServer website = new FlagServer();
    Server server;

    @BeforeEach
    final void newServer() {
        server = new Server(folder);
    }

    @AfterEach
    final void nothingEscaped() {
        server.close();
        website.close();
        assertThat(server.timer.dropped()).isEmpty();
    }
}
