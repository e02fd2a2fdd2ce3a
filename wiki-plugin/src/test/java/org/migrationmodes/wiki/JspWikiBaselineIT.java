package org.migrationmodes.wiki;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

class JspWikiBaselineIT extends JspWikiBaseline {
    JspWikiBaselineIT(@TempDir Path folder) throws IOException {
        super(JspWiki.install(folder));
    }

    @Override
    List<WikiRow> rows() {
        return WikiRequests.rows();
    }

    @Test
    void savesAsAVisitorDoes() throws IOException {
        RawAnswer answer = visitor.save("Sandbox", "Grüße, Καλώς ήρθατε");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(wiki.page("Sandbox")).contains("Grüße, Καλώς ήρθατε");
    }

    @Test
    void attachesAsAVisitorDoes() {
        RawAnswer answer = visitor.upload("WithAttachment", "more.txt", "more".getBytes(US_ASCII));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(visitor.get("/attach/WithAttachment/more.txt").text()).isEqualTo("more");
    }
}
