package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

@NeedsChromium
class ChromiumTest {
    @Test
    void opensAPage(@TempDir Path folder) throws IOException {
        Path app = WebappFolder.write(folder.resolve("app"), "");

        try (Host tomcat = TomcatHost.start(Webapp.at("", app));
                Chromium chromium = Chromium.start()) {
            chromium.open(tomcat.url("/hello.html"));

            assertThat(chromium.driver().findElement(By.tagName("body")).getText())
                    .isEqualTo("hello");
            assertThat(chromium.screenshot(folder.resolve("shots/hello.png"))).isNotEmptyFile();
        }
    }
}
