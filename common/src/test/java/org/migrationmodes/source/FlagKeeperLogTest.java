package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.flag.InvalidDocument;

/** What a trouble that lasts leaves in the log. */
class FlagKeeperLogTest {
    private static final int TIMES = 1000;

    @TempDir
    private Path folder;

    private final LoggedWarnings log = new LoggedWarnings();
    private FlagKeeper<String> keeper;

    @BeforeEach
    void newKeeper() {
        ManualTimer timer = new ManualTimer(Server.START);
        keeper = new FlagKeeper<>(
                "remote",
                (text, previous) -> {
                    if (text.startsWith("bad")) {
                        throw new InvalidDocument("", text);
                    }
                    return text;
                },
                new Memory(new StateFolder(folder, "wiki"), timer, timer),
                timer);
        keeper.offer(new Reading.Changed("here", "good", null));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void unavailable(String reason) {
        keeper.offer(new Reading.Unavailable(reason));
    }

    @Test
    void whatDiffersInPortsTimesAndHashCodesOnlyIsSaidOnce() {
        for (int i = 0; i < TIMES; i++) {
            unavailable("no connection from port " + (40_000 + i) + " after " + (1000 + i) + " ms: Socket@1a2b" + i);
        }

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void whatDiffersIsSaidEachButNotForEver() {
        unavailable("answered 500");
        unavailable("answered 502");
        unavailable("answered 500");
        assertThat(log.lines()).hasSize(2);

        for (int i = 0; i < TIMES; i++) {
            unavailable("answered " + "x".repeat(i));
        }
        assertThat(log.lines()).hasSize(20);
    }

    @Test
    void eachOtherDocumentThatIsRefusedIsSaidButNotForEver() {
        for (int i = 0; i < TIMES; i++) {
            keeper.offer(new Reading.Changed("here", "bad epoch " + (10_000 + i), null));
        }

        assertThat(log.lines()).hasSize(200);
    }

    @Test
    void afterAnEndItIsNewsAgain() {
        unavailable("answered 500");
        keeper.offer(new Reading.Confirmed());
        unavailable("answered 500");

        assertThat(log.lines()).hasSize(2);
    }
}
