package org.migrationmodes.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.NeedsChromium;
import org.migrationmodes.testing.TomcatHost;
import org.openqa.selenium.By;

@NeedsChromium
class RefusalInTheBrowserTest {
    @TempDir
    Path folder;

    @Test
    void itsTimeIsTheVisitorsOwnAndItAsksNobody() throws IOException {
        var app = PluginApp.make(
                folder,
                "one",
                "{ \"mode\": \"read-only\", \"until\": \"2031-02-26T22:00:00Z\" }",
                StatusRequests.LISTENER,
                "");
        Files.writeString(
                folder.resolve("app/form.html"),
                "<form method=post action=save><textarea name=text>What I wrote</textarea><button>Save</button></form>");
        try (Host host = TomcatHost.start(app);
                Chromium chromium = Chromium.start()) {
            chromium.speak("en-GB");
            chromium.devTools("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Kolkata"));
            chromium.open(host.url("/app/form.html"));
            chromium.leave(
                    () -> chromium.driver().findElement(By.tagName("button")).click());
            StatusRequests.SEEN.set(0);

            await().untilAsserted(() -> assertThat(
                            chromium.driver().findElement(By.tagName("time")).getText())
                    .isEqualTo("27 February 2031 at 03:30 GMT+5:30"));
            assertThat(chromium.driver().findElement(By.tagName("textarea")).getText())
                    .isEqualTo("What I wrote");
            assertThat(StatusRequests.SEEN).hasValue(0);
        }
    }
}
