package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TomcatHostTest extends HostContract {
    @Override
    Host start(Webapp... webapps) {
        return TomcatHost.start(webapps);
    }

    @Test
    void compilesJsps() throws IOException {
        Path app = WebappFolder.write(folder.resolve("jsp"), "");

        try (Host tomcat = start(Webapp.at("/jsp", app))) {
            assertThat(tomcat.http().get("/jsp/hello.jsp").text()).isEqualTo("42");
        }
    }

    @Test
    void applicationsComeAndGo() throws IOException {
        Path app = WebappFolder.write(folder.resolve("guest"), "");

        try (TomcatHost tomcat = TomcatHost.start()) {
            tomcat.deploy(Webapp.at("/guest", app).contextParam("a", "late"));
            assertThat(tomcat.http().get("/guest/hello.html").status()).isEqualTo(200);
            assertThat(tomcat.http().get("/guest/echo").text()).startsWith("a=late");
            assertThat(tomcat.classLoader("/guest")).isNotNull();

            tomcat.undeploy("/guest");
            assertThat(tomcat.http().get("/guest/hello.html").status()).isEqualTo(404);
        }
    }

    @Test
    void aTakenPortIsAnError() {
        try (TomcatHost first = TomcatHost.start()) {
            assertThatThrownBy(() -> TomcatHost.start(first.port(), List.of()).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(first.port()));
        }
    }
}
