package org.migrationmodes.testing.access;

import java.util.List;
import java.util.Objects;
import org.migrationmodes.testing.Chromium;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Where the keyboard leads to. */
final class Focus {
    private static final String SEEN = """
            const wrong = [], link = document.activeElement, style = getComputedStyle(link);
            if (!link.matches('.migration-banner a')) return ['it leads to ' + link.outerHTML.slice(0, 80)];
            if (!link.matches(':focus-visible')) wrong.push('the focus is not to be seen');
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('outline: ' + style.outline);
            const box = link.getBoundingClientRect();
            if (box.top < 0 || box.bottom > innerHeight) wrong.push('the link is out of sight');
            return wrong;""";

    private Focus() {}

    /** What is wrong after the first Tab of a visitor who has just opened the page. */
    static List<?> afterTab(Chromium chromium) {
        // a host may have put the focus into a field of its own
        chromium.script("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0);");
        new Actions(chromium.driver()).sendKeys(Keys.TAB).perform();
        return (List<?>) Objects.requireNonNull(chromium.script(SEEN));
    }
}
