package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.StandaloneTomcat;
import org.migrationmodes.testing.Webapp;

class StandaloneTomcatIT {
    @Test
    void isRestartedOnItsPort(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("index.jsp"),
                "<%= application.getInitParameter(\"a\") + System.getenv(\"B\") + System.getProperty(\"c\") %>");

        try (StandaloneTomcat tomcat = StandaloneTomcat.unpack()) {
            tomcat.deploy(Webapp.at("/app", folder).contextParam("a", "1 & "))
                    .environment("B", "2 ")
                    .systemProperty("c", "3")
                    .start();
            int port = tomcat.port();
            assertThat(tomcat.http().get("/app/").text()).isEqualTo("1 & 2 3");

            tomcat.kill();
            tomcat.systemProperty("c", "4").start();

            assertThat(tomcat.port()).isEqualTo(port);
            assertThat(tomcat.http().get("/app/").text()).isEqualTo("1 & 2 4");
            tomcat.stop();
            assertThat(tomcat.log()).contains("Destroying ProtocolHandler");
        }
    }
}
