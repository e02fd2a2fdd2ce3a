package org.migrationmodes.corpus;

import java.util.List;
import java.util.Objects;
import org.migrationmodes.testing.Chromium;

/** A browser, for the pages that the oracle and we read differently. */
final class Judge implements AutoCloseable {
    private static final String FIRST = "if (!document.body || document.body.tagName !== 'BODY') return -1;"
            + "const numbers = document.body.getAttributeNames().filter(name => name.startsWith('data-probe-'))"
            + ".map(name => Number(name.substring(11)));"
            + "return numbers.length === 0 ? -1 : Math.min(...numbers)";

    private final Chromium browser = Chromium.start();

    /** Whether the browser takes the tag for the page's that each banner stands behind. */
    boolean agrees(Page page, Servers servers) {
        browser.open(servers.probed(page.file()));
        Object said = browser.driver().executeScript(FIRST);
        int first = ((Number) Objects.requireNonNull(said)).intValue();
        List<Integer> ours = page.banners().values().stream()
                .map(banner -> banner < 0 ? -1 : Finding.candidate(page.oracle(), banner))
                .distinct()
                .toList();
        return ours.equals(List.of(first));
    }

    @Override
    public void close() {
        browser.close();
    }
}
