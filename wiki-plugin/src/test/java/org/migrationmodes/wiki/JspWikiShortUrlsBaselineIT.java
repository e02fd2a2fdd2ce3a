package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

class JspWikiShortUrlsBaselineIT extends JspWikiBaseline {
    JspWikiShortUrlsBaselineIT(@TempDir Path folder) throws IOException {
        super(JspWiki.installWithShortUrls(folder));
    }

    @Override
    List<WikiRow> rows() {
        return WikiRequests.shortUrlRows();
    }

    @Test
    void linksAreShort() {
        assertThat(visitor.get("/wiki/Main").text()).contains("href=\"/w/wiki/Sandbox\"");
    }
}
