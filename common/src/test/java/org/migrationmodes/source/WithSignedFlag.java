package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagServer;
import org.migrationmodes.testing.SigningKey;

/** A server that follows a flag that {@link SigningKey keys} sign. */
abstract class WithSignedFlag extends WithPublishedFlag {
    static final SigningKey KEY = SigningKey.ofRfc8037();
    static final SigningKey OTHER = SigningKey.generate();
    static final String STAYS = "; the last good document stays in force";

    String follow(SigningKey... keys) {
        return follow(website, keys);
    }

    static String follow(FlagServer where, SigningKey... keys) {
        List<String> names =
                Arrays.stream(keys).map(key -> "\"" + key.x() + "\"").toList();
        return "{\"remote\": {\"url\": \"" + where.url() + "\"" + (names.isEmpty() ? "" : ", \"publicKeys\": " + names)
                + "}}";
    }

    Server frozen() {
        website.serve("\"frozen\"", KEY.sign(flag(7, "closed")));
        server.write(follow(KEY)).start();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.log.lines()).isEmpty();
        return server;
    }
}
