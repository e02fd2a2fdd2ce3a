package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

@NeedsNginx
class NginxTest {
    @Test
    void servesWhatItsConfigurationSaysUntilItIsClosed() {
        Nginx nginx = Nginx.start("server { listen 127.0.0.1:PORT; location / { return 200 hello; } }");
        try (nginx) {
            assertThat(nginx.http().get("/").text()).isEqualTo("hello");
        }
        assertThat(nginx.folder()).doesNotExist();
        assertThatThrownBy(() -> nginx.http().get("/")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aMistakeIsTold() {
        assertThatThrownBy(() -> Nginx.start("no_such_directive on;"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no_such_directive");
    }

    @Test
    void keepsWhatItMayKeep() {
        String pages =
                "server { listen 127.0.0.1:PORT; location / { add_header Cache-Control max-age=60; return 200 hi; } }";
        try (Nginx server = Nginx.start(pages);
                Nginx cache = Nginx.cacheOf(server.port())) {
            assertThat(cache.http().get("/").header(Nginx.CACHE_STATUS)).contains("MISS");
            assertThat(cache.http().get("/").header(Nginx.CACHE_STATUS)).contains("HIT");
        }
    }
}
