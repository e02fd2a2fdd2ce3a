package org.migrationmodes.admin;

import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Gives the pages of a browser a clock and a visibility that only the test changes; nothing of it is in the product. */
final class FakedTime {
    private static final String HOOK = """
            (() => {
              const real = { Date, setTimeout, clearTimeout };
              let now = %d, visible = true, last = 0;
              const waiting = new Map();
              window.testErrors = [];
              addEventListener('error', event => testErrors.push(String(event.message)));
              addEventListener('unhandledrejection', event => testErrors.push(String(event.reason)));
              addEventListener('securitypolicyviolation', event => testErrors.push(event.violatedDirective + ' ' + event.blockedURI));
              Date.now = () => now;
              Math.random = () => 0.5;
              window.setTimeout = (action, wait) => { waiting.set(++last, { action, at: now + (wait || 0) }); return last; };
              window.clearTimeout = id => { waiting.delete(id); };
              Object.defineProperty(document, 'visibilityState', { get: () => visible ? 'visible' : 'hidden' });
              window.testTime = {
                pass(wait) {
                  const end = now + wait;
                  for (;;) {
                    const due = [...waiting].filter(([id, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
                    if (!due) break;
                    waiting.delete(due[0]);
                    now = Math.max(now, due[1].at);
                    due[1].action();
                  }
                  now = end;
                },
                jump(wait) { now += wait; },
                timers() { return [...waiting.values()].map(timer => timer.at - now).sort((a, b) => a - b).join(); },
                show(state) { visible = state; document.dispatchEvent(new Event('visibilitychange')); },
              };
            })();""";

    private final ChromeDriver driver;

    FakedTime(ChromeDriver driver) {
        this.driver = driver;
    }

    /** For each page that is opened from now on, in the visitor's own, wrong, time. */
    void install(long visitorsNow) {
        driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", HOOK.formatted(visitorsNow)));
    }

    /** Runs what is due on the way. */
    void pass(long seconds) {
        driver.executeScript("testTime.pass(arguments[0])", seconds * 1000);
    }

    /** The machine slept: nothing ran. */
    void jump(long seconds) {
        driver.executeScript("testTime.jump(arguments[0])", seconds * 1000);
    }

    /** The milliseconds until each timer. */
    String timers() {
        return String.valueOf(driver.executeScript("return testTime.timers()"));
    }

    void show(boolean visible) {
        driver.executeScript("testTime.show(arguments[0])", visible);
    }

    String errors() {
        return String.valueOf(driver.executeScript("return testErrors.join('; ')"));
    }
}
