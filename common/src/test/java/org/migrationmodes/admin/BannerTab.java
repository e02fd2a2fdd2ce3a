package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Announcement;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Texts;
import org.migrationmodes.testing.Chromium;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A visitor's tab with the banner: a real browser, whose clock and whose server a test has in hand. */
final class BannerTab implements AutoCloseable {
    static final Instant NOW = Instant.parse("2021-02-26T18:00:00Z");
    static final String ANNOUNCEMENT = "https://www.example.org/post/";
    static final String EDITOR = "<form method=post action=/save><textarea name=text>old</textarea></form>";
    static final Instant END = Instant.parse("2021-02-26T22:00:00Z");
    /** What is said beside an editor once saving is paused. */
    static final String FROZEN =
            "Saving is paused now. Your text stays here; keep a copy of it and save it when that is possible again.";
    /** The visitor's clock is wrong by far. */
    private static final Duration WRONG = Duration.ofHours(31);

    final BannerSite site = new BannerSite();
    private final Chromium chromium = Chromium.start(options -> options.addArguments("--lang=en"));
    final FakedTime time = new FakedTime(driver());

    BannerTab() {
        driver().executeCdpCommand("Network.enable", Map.of());
        language("en-GB", "Europe/Athens");
        time.install(NOW.plus(WRONG).toEpochMilli());
    }

    static Flag flag(Mode mode) {
        return flag(mode, null, null);
    }

    static Flag flag(Mode mode, @Nullable Instant until, @Nullable Phase next) {
        return flag("wiki", mode, until, next);
    }

    static Flag flag(String service, Mode mode, @Nullable Instant until, @Nullable Phase next) {
        Announcement announcement = new Announcement(URI.create(ANNOUNCEMENT), Texts.plain("Read on"));
        return new Flag(service, mode, NOW, until, Texts.NONE, announcement, 7L, next);
    }

    /** Announced, with a freeze that many minutes from {@link #NOW}. */
    static Flag freezeIn(long minutes) {
        return freezeIn(Mode.ANNOUNCED, minutes);
    }

    static Flag freezeIn(Mode mode, long minutes) {
        return flag(mode, null, new Phase(NOW.plus(Duration.ofMinutes(minutes)), Mode.READ_ONLY, null, Texts.NONE));
    }

    void language(String tag, String zone) {
        String agent = String.valueOf(driver().executeScript("return navigator.userAgent"));
        driver().executeCdpCommand("Network.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", tag));
        driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    /** Opens a page of the site. */
    void open(Flag flag, String more) {
        open(flag, PagePolicy.ALL, "", "<body style=margin:0>", more);
    }

    void open(Flag flag, PagePolicy policy, String headers, String body, String more) {
        site.page(flag, policy, headers, "", body, more);
        chromium.open(site.url());
    }

    /** The server says this from now on, at this time after {@link #NOW}. */
    void serve(Flag flag, long seconds) {
        site.status(flag, NOW.plusSeconds(seconds));
    }

    /** Lets time pass until the next look, and waits for what comes of it. */
    void poll(long seconds) {
        long before = site.polls();
        time.pass(seconds);
        awaitPoll(before);
    }

    /** Opens a page whose script asks at once, since it has an editor. */
    void edit(Flag flag, String page) {
        serve(flag, 0);
        long before = site.polls();
        open(flag, page);
        awaitPoll(before);
    }

    /** Lets time pass between two looks. */
    void pass(Flag flag, long from, long to) {
        for (long now = from; now < to; now += 30) {
            serve(flag, Math.min(now + 30, to));
            if (to - now >= 30) {
                poll(30);
            } else {
                time.pass(to - now);
            }
        }
    }

    /** Of what size the window is, and what the visitor prefers. */
    void look(int width, String scheme, Map<String, String> more) {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "media",
                                more.getOrDefault("media", ""),
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", scheme),
                                        Map.of(
                                                "name",
                                                "forced-colors",
                                                "value",
                                                more.getOrDefault("forced", "none")))));
    }

    /** Waits until a look is answered, and the next is planned. A browser repeats a request whose connection was closed before. */
    void awaitPoll(long before) {
        await("a look at the status").until(() -> site.polls() > before);
        awaitRest();
    }

    void awaitRest() {
        await("the answer")
                .until(() -> !time.timers().isEmpty() && !time.timers().endsWith("10000"));
    }

    List<WebElement> banners() {
        return driver().findElements(By.className("migration-banner"));
    }

    String banner() {
        List<WebElement> banners = banners();
        assertThat(banners).hasSize(1);
        return banners.get(0).getText();
    }

    List<String> lines() {
        return driver().findElements(By.className("migration-countdown")).stream()
                .map(WebElement::getText)
                .toList();
    }

    String said() {
        return String.valueOf(script("return document.querySelector('.migration-live').textContent"));
    }

    Object script(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver().executeScript(script, arguments), "null");
    }

    ChromeDriver driver() {
        return chromium.driver();
    }

    @Override
    public void close() {
        try (site) {
            chromium.close();
        }
    }
}
