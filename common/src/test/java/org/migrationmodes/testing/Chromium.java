package org.migrationmodes.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A browser without a window, with a profile of its own, that reaches nothing but the loopback address. Nothing is
 * downloaded: browser and driver are those on the search path.
 */
public final class Chromium implements AutoCloseable {
    private final TempFolder profile = new TempFolder("chromium");
    private final ChromeDriver driver;

    private Chromium(Consumer<ChromeOptions> more) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browserFile().orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run");
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        options.addArguments("--user-data-dir=" + profile.path());
        options.addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        more.accept(options);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverFile().orElseThrow().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Whether there is one; tests ask by {@link NeedsChromium}. */
    public static boolean available() {
        return browserFile().isPresent() && driverFile().isPresent();
    }

    public static Chromium start() {
        return start(options -> {});
    }

    /**
     * Starts it.
     *
     * @param more such as another language or window size
     */
    public static Chromium start(Consumer<ChromeOptions> more) {
        return new Chromium(more);
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Sends a command of the DevTools protocol. */
    public Map<String, Object> devTools(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    /** What a script in the page returns; it works under any Content-Security-Policy. */
    public @Nullable Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Lets the visitor read other languages from the next page on; as in Accept-Language. */
    public Chromium speak(String languages) {
        String agent = String.valueOf(script("return navigator.userAgent"));
        devTools("Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", languages));
        return this;
    }

    /** Opens a page and waits until it is loaded. */
    public Chromium open(String url) {
        driver.get(url);
        return this;
    }

    /** Does what leads to another page, and waits until that one is loaded: a click returns while the old one is there. */
    public void leave(Runnable click) {
        driver.executeScript("window.isLeft = true");
        click.run();
        await("another page")
                .ignoreExceptions()
                .until(() -> Boolean.TRUE.equals(
                        driver.executeScript("return !window.isLeft && document.readyState === 'complete'")));
    }

    /** Writes what is to be seen, as PNG. */
    public Path screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        try (profile) {
            driver.quit();
        }
    }

    private static Optional<Path> browserFile() {
        return Executables.onThePath().find("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> driverFile() {
        return Executables.onThePath().find("chromedriver");
    }
}
