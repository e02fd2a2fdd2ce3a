package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.NeedsChromium;

/** The table of pages holds in a browser too: the attributes of a tag that is real arrive at the body element. */
@NeedsChromium
class BodyTagInChromiumTest {

    /** Not one in an attribute, or another tag would get its number. */
    private static final Pattern TAG = Pattern.compile("(?<![='\"])<body(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    private static final String FIRST = "if (!document.body || document.body.tagName !== 'BODY') return -1;"
            + "const numbers = document.body.getAttributeNames().filter(name => name.startsWith('data-probe-'))"
            + ".map(name => Number(name.substring(11)));"
            + "return numbers.length === 0 ? -1 : Math.min(...numbers)";

    @Test
    void aBrowserTakesTheSameTag() {
        List<String> tables = BannerInjectorTest.html()
                .filter(BodyTagInChromiumTest::beginsWithATag)
                .toList();
        assertThat(tables).hasSizeGreaterThan(150);
        SoftAssertions soft = new SoftAssertions();
        try (Chromium browser = Chromium.start()) {
            for (String table : tables) {
                StringBuilder probed = new StringBuilder();
                long expected = probe(table, probed);
                String page =
                        Base64.getEncoder().encodeToString(probed.toString().getBytes(UTF_8));
                browser.open("data:text/html;charset=utf-8;base64," + page);
                soft.assertThat(browser.driver().executeScript(FIRST)).as(table).isEqualTo(expected);
            }
        }
        soft.assertAll();
    }

    /** Else we leave it alone, whatever a browser makes of it. */
    private static boolean beginsWithATag(String table) {
        return table.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    /** Numbers all that looks like a body tag, and returns the number of the one that the banner goes behind, or -1. */
    private static long probe(String table, StringBuilder probed) {
        int banner = table.indexOf('¦');
        String page = table.replace("¦", "");
        Matcher tag = TAG.matcher(page);
        int from = 0;
        long last = -1;
        for (int number = 0; tag.find(); number++) {
            probed.append(page, from, tag.end())
                    .append(" data-probe-")
                    .append(number)
                    .append("=\"\" ");
            from = tag.end();
            last = tag.start() < banner ? number : last;
        }
        probed.append(page, from, page.length());
        return last;
    }
}
