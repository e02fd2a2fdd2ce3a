package org.migrationmodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.source.Fleet;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.NeedsEtcd;

/** The commands of the page about fleets do what it says, on a real etcd. */
@NeedsEtcd
@Timeout(60)
class FleetPageTest {
    private static final Pattern COMMAND = Pattern.compile("(?s)<!-- (\\w+) -->\\n```sh\\n(.*?)```");
    private static final String FROZEN =
            "{\"epoch\": 7, \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"read-only\"}}";

    @TempDir
    private Path folder;

    private static List<String> commands(String name) {
        return COMMAND.matcher(Documentation.read(Documentation.ROOT.resolve("docs/fleet.md")))
                .results()
                .filter(found -> found.group(1).equals(name))
                .map((MatchResult found) -> found.group(2))
                .toList();
    }

    private static String configuration(Etcd etcd, String more) {
        return "{\"site\": \"old\", \"etcd\": {\"endpoints\": [\"" + etcd.url() + "\"]" + more + "}}";
    }

    private static void awaitSaid(Etcd etcd, String said) {
        for (String command : commands("fleet")) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(etcd.shell(command)).isEqualTo(said + "\n"));
        }
    }

    @Test
    void oneReadSaysWhetherTheWholeFleetIsDrained() throws IOException {
        assertThat(commands("fleet")).hasSize(2);
        try (Etcd etcd = Etcd.start();
                Fleet fleet = new Fleet(folder, configuration(etcd, ""))) {
            awaitSaid(etcd, "false");
            etcd.put("/migration-modes/flag", FROZEN);
            fleet.add();
            fleet.add();
            fleet.drained(false);
            fleet.add();
            awaitSaid(etcd, "false");
            fleet.drained(true);
            awaitSaid(etcd, "true");
            etcd.put("/migration-modes/flag", FROZEN.replace("7", "8"));

            awaitSaid(etcd, "false");
        }
    }

    @Test
    void theRightsOfThePageAreEnough() throws IOException {
        assertThat(commands("roles")).hasSize(1);
        try (Etcd etcd = Etcd.start();
                Fleet fleet = new Fleet(
                        folder, configuration(etcd, ", \"user\": \"server\", \"password\": \"a-long-random-word\""))) {
            etcd.put("/migration-modes/flag", FROZEN);
            etcd.shell("etcdctl user add root:root; etcdctl user grant-role root root");
            etcd.shell(commands("roles").get(0));
            etcd.ctl("auth", "enable");
            fleet.add();

            assertThat(fleet.modes()).containsExactly("read-only");
            await().untilAsserted(() -> assertThat(
                            etcd.ctl("--user", "root:root", "get", "--prefix", "/migration-modes/servers/wiki@old/"))
                    .contains("\"epoch\" : 7"));
            assertThat(fleet.log()).isEmpty();
        }
    }
}
