package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.Look;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.NeedsChromium;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.access.Measures;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The freeze as a person at the wiki lives through it. */
@NeedsChromium
class WikiBrowserIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @TempDir
    static Path folder;

    private static PluggedWiki wiki;
    private static TomcatHost tomcat;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        wiki = PluggedWiki.of(JspWiki.install(folder.resolve("wiki")), folder.resolve("wiki.json"), "/wiki");
        tomcat = TomcatHost.start(wiki.webapp());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        tomcat.close();
    }

    @BeforeEach
    void thaw() {
        wiki.say("normal", tomcat);
        look(1200, "light");
    }

    @Test
    void writesFreezesAndGoesOnWriting() throws IOException {
        openEditor("Sandbox");
        type("Written before the freeze.");
        save();
        assertThat(wiki.wiki().page("Sandbox")).contains("Written before the freeze.");
        assertThat(banners()).isEmpty();

        openEditor("Sandbox");
        type(" Typed when the freeze came.");
        wiki.say("read-only", tomcat);
        save();
        chromium.screenshot(SCREENSHOTS.resolve("refused.png"));
        assertThat(text("h1")).isEqualTo("Your change was not saved.");
        assertThat(text("main")).contains("This wiki is read-only while it moves to new servers.", "What you wrote");
        assertThat(find("main textarea").getDomProperty("value")).contains("Typed when the freeze came.");
        assertThat(find("main a[href='" + MigrationFile.ANNOUNCEMENT + "']").isDisplayed())
                .isTrue();
        assertThat(wiki.wiki().page("Sandbox")).doesNotContain("Typed when the freeze came.");

        chromium.driver().navigate().back();
        await("the typed text")
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(editor().getDomProperty("value")).contains("Typed when the freeze came."));
        chromium.screenshot(SCREENSHOTS.resolve("back-in-the-editor.png"));

        wiki.say("normal", tomcat);
        save();
        assertThat(wiki.wiki().page("Sandbox")).contains("Written before the freeze.", "Typed when the freeze came.");
    }

    @ParameterizedTest
    @CsvSource({
        "read-only, 1200, light, Wiki",
        "read-only, 1200, dark, Wiki",
        "read-only, 390, light, Wiki",
        "read-only, 390, dark, Wiki",
        "announced, 1200, light, Edit",
        "announced, 390, light, Edit",
        "moved, 390, light, Wiki"
    })
    void theBannerIsAboveThePageAndCoversNothing(String mode, int width, String scheme, String page)
            throws IOException {
        wiki.say(mode, tomcat);
        look(width, scheme);

        chromium.open(tomcat.url("/wiki/" + page + ".jsp?page=Main"));

        chromium.screenshot(
                SCREENSHOTS.resolve(String.join("-", mode, page, Integer.toString(width), scheme) + ".png"));
        assertThat(banners()).hasSize(1);
        assertThat(find(".migration-banner a").getDomAttribute("href")).isEqualTo(MigrationFile.ANNOUNCEMENT);
        // the wiki fades in
        await().untilAsserted(() -> assertThat(Measures.ofBanner(chromium)).isEmpty());
        assertThat(script("return document.documentElement.scrollWidth > innerWidth"))
                .isEqualTo(false);
    }

    private static void openEditor(String page) {
        chromium.open(tomcat.url("/wiki/Edit.jsp?page=" + page));
        await("editor").ignoreExceptions().until(() -> editor().isDisplayed());
    }

    /** What is typed gets into the field that is sent a moment later. */
    private static void type(String text) {
        editor().sendKeys(text);
        await("typed text").until(() -> sent().contains(text));
    }

    private static String sent() {
        return String.valueOf(find("textarea[name=_editedtext]").getDomProperty("value"));
    }

    private static void save() {
        chromium.leave(() -> find("input[name=ok], button[name=ok]").click());
    }

    private static WebElement editor() {
        return find("textarea.editor:not(.hidden), textarea.snipeable:not(.hidden)");
    }

    private static List<WebElement> banners() {
        return chromium.driver().findElements(By.cssSelector(".migration-banner"));
    }

    private static String text(String selector) {
        return find(selector).getText();
    }

    private static WebElement find(String selector) {
        return chromium.driver().findElement(By.cssSelector(selector));
    }

    private static Object script(String script) {
        Object result = chromium.driver().executeScript(script);
        return result == null ? "null" : result;
    }

    private static void look(int width, String scheme) {
        Look.of(width, 800, scheme).apply(chromium);
    }
}
