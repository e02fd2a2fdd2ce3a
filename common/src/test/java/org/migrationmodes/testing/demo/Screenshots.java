package org.migrationmodes.testing.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.Look;
import org.migrationmodes.testing.MigrationFile;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * Takes the pictures of the documentation, of the servers of the {@link Demo}. System properties as there, and {@code
 * demo.images}, the folder that is written to.
 */
public final class Screenshots {
    private static final String FLAG = """
            {
              "announcement": {
                "url": "%s",
                "title": { "en": "Our move to new servers", "ar": "انتقالنا إلى خوادم جديدة" }
              },
              "services": { "wiki": %2$s, "forum": %2$s }
            }
            """;
    private static final String READ_ONLY = "{ \"mode\": \"read-only\", \"until\": \"2031-02-26T22:00:00Z\" }";
    private static final String SOON =
            "{ \"schedule\": [ { \"at\": \"2021-02-26T14:00:00Z\", \"mode\": \"announced\" },"
                    + " { \"at\": \"%s\", \"mode\": \"read-only\" } ] }";

    private final Path images = Path.of(System.getProperty("demo.images"));
    private final DemoWebsite website;
    private final Host wiki;
    private final Host forum;
    private final Chromium chromium;

    private Screenshots(DemoWebsite website, Host wiki, Host forum, Chromium chromium) {
        this.website = website;
        this.wiki = wiki;
        this.forum = forum;
        this.chromium = chromium;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(System.getProperty("demo.folder"));
        try (DemoWebsite website = DemoWebsite.start(folder.resolve("website"), 0);
                Host forum = DemoForum.start(folder.resolve("forum"), 0, jar("forum"), website.flagUrl());
                Host wiki = DemoWiki.start(folder.resolve("wiki"), 0, jar("wiki"), website.flagUrl());
                Chromium chromium = Chromium.start(options -> options.addArguments("--hide-scrollbars"))) {
            Screenshots screenshots = new Screenshots(website, wiki, forum, chromium);
            screenshots.banners();
            screenshots.refusals();
            screenshots.countdown();
        }
        System.exit(0);
    }

    private static Path jar(String name) {
        return Path.of(System.getProperty("demo." + name + "-plugin"));
    }

    private void banners() throws IOException {
        say(READ_ONLY, "read-only");
        for (String language : new String[] {"en", "ar"}) {
            for (String scheme : new String[] {"light", "dark"}) {
                for (String device : new String[] {"desktop", "phone"}) {
                    String rest = String.join("-", device, scheme, language);
                    look(device.equals("phone") ? Look.of(390, 844, scheme) : Look.of(1280, 800, scheme), language);
                    open(wiki.url("/Wiki.jsp?page=Main"));
                    save("wiki-" + rest);
                    open(topic());
                    save("forum-" + rest);
                }
            }
        }
    }

    private void refusals() throws IOException {
        say("\"normal\"", "normal");
        look(Look.of(1280, 800, "light"), "en");
        login();
        open(topic());
        find("#quick textarea").sendKeys("The new haul rope has come. Grüße vom Berg!");
        say(READ_ONLY, "read-only");
        chromium.leave(() -> find("#quick .button:not(.plain)").click());
        save("forum-refused");

        say("\"normal\"", "normal");
        openWikiEditor();
        wikiEditor().sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "\nThe new haul rope has come. Grüße vom Berg!");
        say(READ_ONLY, "read-only");
        chromium.leave(() -> find("input[name=ok], button[name=ok]").click());
        save("wiki-refused");
    }

    private void countdown() throws IOException {
        say(SOON.formatted(Instant.now().plusSeconds(570)), "announced");
        openWikiEditor();
        await("the countdown")
                .ignoreExceptions()
                .until(() -> find(".migration-countdown").isDisplayed());
        save("wiki-countdown");
        open(topic());
        await("the countdown")
                .ignoreExceptions()
                .until(() -> find(".migration-countdown").isDisplayed());
        chromium.script("document.querySelector('.migration-countdown').scrollIntoView({block: 'center'})");
        save("forum-countdown");
    }

    private void login() {
        open(forum.url("/user/login.page"));
        find("input[name=username]").sendKeys("anna");
        find("input[name=password]").sendKeys("anna");
        chromium.leave(() -> find("input[name=password]").submit());
    }

    private void openWikiEditor() {
        open(wiki.url("/Edit.jsp?page=Sandbox"));
        await("editor").ignoreExceptions().until(() -> wikiEditor().isDisplayed());
    }

    private WebElement wikiEditor() {
        return find("textarea.editor:not(.hidden), textarea.snipeable:not(.hidden)");
    }

    private String topic() {
        return forum.url("/posts/list/1.page");
    }

    private WebElement find(String selector) {
        return chromium.driver().findElement(By.cssSelector(selector));
    }

    private void say(String service, String mode) throws IOException {
        Files.writeString(website.flagFile(), FLAG.formatted("https://www.example.org/moving/", service));
        MigrationFile.awaitMode(mode, wiki, "");
        MigrationFile.awaitMode(mode, forum, "");
    }

    private void look(Look look, String language) {
        look.apply(chromium);
        chromium.speak(language);
        chromium.devTools("Emulation.setTimezoneOverride", Map.of("timezoneId", "UTC"));
    }

    /** The wiki fades in. */
    private void open(String url) {
        chromium.open(url);
        await("a still page")
                .until(() -> Boolean.TRUE.equals(chromium.script(
                        "return document.getAnimations().every(animation => animation.playState !== 'running')")));
    }

    private void save(String name) throws IOException {
        SmallPng.write(chromium.driver().getScreenshotAs(OutputType.BYTES), images.resolve(name + ".png"));
    }
}
