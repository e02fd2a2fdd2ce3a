package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.Look;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.NeedsChromium;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a person sees of the freeze. */
@NeedsChromium
class ForumBrowserIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String TEXT = "In the old cabins one could hear the rope sing. Grüße, Ελένη!";
    private static final String FROZEN = """
            {
              "mode": "read-only",
              "until": "2031-02-26T22:00:00Z",
              "announcement": "%s",
            }
            """.formatted(MigrationFile.ANNOUNCEMENT);

    private static PluggedForum forum;
    private static Chromium chromium;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        forum = PluggedForum.start(Container.TOMCAT, folder);
        chromium = Chromium.start(
                options -> options.addArguments("--lang=en", "--hide-scrollbars", "--window-size=1400,1100"));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        forum.close();
    }

    @BeforeEach
    void open() {
        look(1200, 780, "light");
        forum.say("normal");
    }

    @Test
    void aReplyThatMeetsTheFreezeIsExplainedAndNotLost() throws Exception {
        login();
        chromium.open(topic());
        assertThat(driver().findElements(By.className("migration-banner"))).isEmpty();
        message().sendKeys(TEXT);
        freeze();

        post();
        assertThat(driver().findElement(By.tagName("h1")).getText()).isEqualTo("Your post or change was not saved.");
        assertThat(driver().findElement(By.linkText("Read the announcement")).getDomAttribute("href"))
                .isEqualTo(MigrationFile.ANNOUNCEMENT);
        assertThat(driver().findElement(By.linkText("Go on reading")).isDisplayed())
                .isTrue();
        assertThat(forum.holds(TEXT)).isFalse();
        look(1200, 440, "light");
        chromium.screenshot(SCREENSHOTS.resolve("refused-1200-light.png"));

        driver().navigate().back();
        await("the typed text")
                .ignoreExceptions()
                .until(() -> TEXT.equals(message().getDomProperty("value")));

        forum.say("normal");
        post();
        await().untilAsserted(() -> assertThat(driver().getPageSource()).contains("hear the rope sing"));
        assertThat(forum.holds(TEXT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1200, light", "1200, dark", "390, light", "390, dark"})
    void theBannerPushesTheForumDownAndCoversNothing(int width, String colours) throws IOException {
        freeze();
        look(width, width < 500 ? 844 : 780, colours);
        chromium.open(topic());

        Rectangle banner = onlyBanner().getRect();
        Rectangle header = driver().findElement(By.cssSelector("header.top")).getRect();
        assertThat(banner.x).isZero();
        assertThat(banner.y).isZero();
        assertThat(banner.width).isEqualTo(width);
        assertThat(header.y).isEqualTo(banner.height);
        assertThat(banner.height).isBetween(40, 250);
        assertThat(script("return document.documentElement.scrollWidth")).isEqualTo((long) width);
        for (String selector :
                List.of("header.top .brand strong", "nav.menu a", "#main h1", "header.top input[type=search]")) {
            assertThat(isOnTop(selector)).as(selector).isTrue();
        }
        chromium.screenshot(SCREENSHOTS.resolve("read-only-" + width + "-" + colours + ".png"));
    }

    @ParameterizedTest
    @CsvSource({"1200, dark", "390, light", "390, dark"})
    void theRefusalFitsTheScreen(int width, String colours) throws IOException {
        chromium.open(topic());
        freeze();
        look(width, width < 500 ? 844 : 780, colours);
        chromium.leave(() -> driver().findElement(By.linkText("Reply")).click());

        assertThat(driver().findElement(By.tagName("h1")).getText()).isEqualTo("Posting and editing are paused.");
        assertThat(script("return document.documentElement.scrollWidth")).isEqualTo((long) width);
        Rectangle main = driver().findElement(By.tagName("main")).getRect();
        assertThat(main.x).isGreaterThanOrEqualTo(0);
        assertThat(main.x + main.width).isLessThanOrEqualTo(width);
        chromium.screenshot(SCREENSHOTS.resolve("refused-" + width + "-" + colours + ".png"));
    }

    private static void freeze() {
        forum.file().write(FROZEN);
        MigrationFile.awaitMode("read-only", forum.host(), PluggedForum.CONTEXT);
    }

    private static void login() {
        chromium.open(forum.host().url("/forum/user/login.page"));
        driver().findElement(By.name("username")).sendKeys("anna");
        driver().findElement(By.name("password")).sendKeys("anna");
        chromium.leave(() -> driver().findElement(By.name("password")).submit());
        assertThat(driver().findElement(By.className("me")).getText()).contains("anna");
    }

    private static String topic() {
        return forum.host().url("/forum/posts/list/1.page");
    }

    private static WebElement message() {
        return driver().findElement(By.cssSelector("#quick textarea"));
    }

    private static void post() {
        chromium.leave(() -> driver().findElement(By.cssSelector("#quick .button:not(.plain)"))
                .click());
    }

    private static WebElement onlyBanner() {
        List<WebElement> banners = driver().findElements(By.className("migration-banner"));
        assertThat(banners).hasSize(1);
        return banners.get(0);
    }

    /** Whether a click at the middle of an element would meet it. */
    private static boolean isOnTop(String selector) {
        return Boolean.TRUE.equals(script("""
                const element = document.querySelector(arguments[0]);
                const box = element.getBoundingClientRect();
                const met = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return element.contains(met);""", selector));
    }

    private static Object script(String script, Object... arguments) {
        return Objects.requireNonNull(driver().executeScript(script, arguments));
    }

    private static void look(int width, int height, String colours) {
        Look.of(width, height, colours).apply(chromium);
    }

    private static ChromeDriver driver() {
        return chromium.driver();
    }
}
