package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.NeedsChromium;

/** The tables of {@link MetaPolicyTest} hold in a browser too: it forbids images where the page is said to state that. */
@NeedsChromium
class MetaPolicyInChromiumTest {

    private static final String IS_FORBIDDEN = "const done = arguments[0], image = new Image();"
            + "image.onload = () => done(false);"
            + "document.addEventListener('securitypolicyviolation', () => done(true));"
            + "image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='";

    @Test
    void aBrowserObeysTheSame() {
        SoftAssertions soft = new SoftAssertions();
        try (Chromium browser = Chromium.start()) {
            check(browser, MetaPolicyTest.stating(), true, soft);
            check(browser, MetaPolicyTest.statingNothing(), false, soft);
        }
        soft.assertAll();
    }

    private static void check(Chromium browser, Stream<String> pages, boolean forbidden, SoftAssertions soft) {
        pages.forEach(page -> {
            browser.open(
                    "data:text/html;charset=utf-8;base64," + Base64.getEncoder().encodeToString(page.getBytes(UTF_8)));
            soft.assertThat(browser.driver().executeAsyncScript(IS_FORBIDDEN))
                    .as(page)
                    .isEqualTo(forbidden);
        });
    }
}
