package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.NeedsEtcd;
import org.migrationmodes.testing.SigningKey;

/** What a website cannot do, who can write into etcd cannot do either. */
@NeedsEtcd
@Timeout(60)
class SignedEtcdFlagTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final String FLAG_KEY = "/migration-modes/flag";

    @TempDir
    private Path folder;

    private static String flag(int epoch, String mode) {
        return "{\"epoch\": " + epoch + ", \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \""
                + mode + "\"}}";
    }

    @Test
    void frozenStaysFrozenUntilTheOwnerOfTheKeySaysOtherwise() {
        try (Etcd etcd = Etcd.start();
                Server server = new Server(folder)) {
            etcd.put(FLAG_KEY, KEY.sign(flag(7, "closed")));
            server.write("{\"etcd\": {\"endpoints\": \"" + etcd.url() + "\", \"publicKeys\": \"" + KEY.x() + "\"}}")
                    .start(Timers.system("signed-etcd-test"));
            assertThat(server.mode()).isEqualTo(Mode.CLOSED);

            Map.of(
                            flag(8, "normal"),
                            "unsigned, while etcd.publicKeys asks for a signed flag",
                            SigningKey.generate().sign(flag(8, "normal")),
                            "signature: no configured public key made it",
                            KEY.sign(flag(6, "normal")),
                            "epoch: 6 is older than epoch 7, which was already accepted")
                    .forEach((published, why) -> {
                        etcd.put(FLAG_KEY, published);
                        await().atMost(Duration.ofSeconds(20))
                                .until(() -> String.valueOf(server.client()
                                                .status()
                                                .remote()
                                                .problem())
                                        .equals("etcd:" + FLAG_KEY + ": " + why));
                        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
                    });
            assertThat(server.log.lines())
                    .hasSize(3)
                    .allMatch(line -> line.endsWith("; the last good document stays in force"));

            etcd.put(FLAG_KEY, KEY.sign(flag(8, "normal")));
            await().atMost(Duration.ofSeconds(20)).until(() -> server.mode() == Mode.NORMAL);
        }
    }
}
