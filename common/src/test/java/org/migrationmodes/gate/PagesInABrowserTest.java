package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.NeedsChromium;
import org.openqa.selenium.By;

/** A browser that keeps the pages of a host for an hour, if it may. */
@NeedsChromium
class PagesInABrowserTest extends KeptPages {
    private final Chromium browser = Chromium.start();

    @AfterEach
    void stop() {
        browser.close();
    }

    @Override
    void conditionally(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", "\"v1\"");
        response.setHeader("Cache-Control", "max-age=3600");
        boolean page = request.getRequestURI().endsWith("/page");
        boolean same = String.valueOf(request.getHeader("If-None-Match")).contains("\"v1\"");
        if (page) {
            (same ? confirmed : written).incrementAndGet();
        }
        if (same) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .print("<!DOCTYPE html><html><head><title>t</title></head><body><a href='" + (page ? "other" : "page")
                        + "'>go</a></body></html>");
    }

    /** Leads from one page to the other, as a visitor does. */
    private void click() {
        browser.leave(() -> browser.driver().findElement(By.linkText("go")).click());
    }

    private void reload() {
        browser.leave(() -> browser.driver().navigate().refresh());
    }

    private void back() {
        browser.driver().navigate().back();
    }

    private boolean hasBanner() {
        return !browser.driver().findElements(By.className("migration-banner")).isEmpty();
    }

    private void ahead(Mode mode, Instant change, Mode then) {
        host.ahead(mode, "words", change, then);
    }

    private static void awaitTime(Instant time) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !Instant.now().isBefore(time));
    }

    @Test
    void visitorsSeeWhatIsDue() {
        Instant begin = Instant.now().plusSeconds(8);
        ahead(Mode.NORMAL, begin, Mode.ANNOUNCED);
        browser.open(host.url("/app/page"));
        assertThat(hasBanner()).isFalse();
        click();
        click();
        assertThat(hasBanner()).isFalse();
        assertThat(written.get()).as("the second time it was in the cache").isOne();

        awaitTime(begin);
        ahead(Mode.ANNOUNCED, begin.plusSeconds(3600), Mode.READ_ONLY);
        click();
        click();
        assertThat(hasBanner()).isTrue();
        assertThat(written.get()).isEqualTo(2);
        confirmed.set(0);
        reload();
        assertThat(hasBanner()).isTrue();
        assertThat(confirmed.get()).as("by a 304").isOne();
        click();
        click();
        assertThat(hasBanner()).isTrue();
        assertThat(written.get()).as("kept for a minute").isEqualTo(2);

        host.mode(Mode.NORMAL);
        reload();
        assertThat(hasBanner()).isFalse();
        assertThat(written.get())
                .as("the copy with the banner is not confirmed")
                .isEqualTo(3);
        assertThat(confirmed.get()).isOne();
        click();
        back();
        await().until(() -> browser.driver().getCurrentUrl().endsWith("/page"));
        assertThat(hasBanner()).isFalse();
        reload();
        assertThat(hasBanner()).isFalse();
        assertThat(confirmed.get()).as("the copy without it is").isEqualTo(2);
    }
}
