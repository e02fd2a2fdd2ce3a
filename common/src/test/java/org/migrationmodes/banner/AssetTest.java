package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTest {
    /** As docs/banner.md promises. */
    @Test
    void pagesGetNoHeavierThanIsSaid() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Asset.SCRIPT.content());
        }
        String page = Files.readString(Path.of("../docs/banner.md"));

        assertThat(page)
                .contains("| `.migration/banner.css` | 5 000 at most |")
                .contains("| `.migration/banner.js` | 10 100 at most, 3 900 compressed |");
        assertThat(Asset.STYLESHEET.content().length).isLessThanOrEqualTo(5_000);
        assertThat(Asset.SCRIPT.content().length).isLessThanOrEqualTo(10_100);
        assertThat(packed.size()).isLessThanOrEqualTo(3_900);
    }

    @ParameterizedTest
    @CsvSource({
        "/.migration/, /.migration/",
        "/wiki/.migration/, /wiki/.migration/",
        "/Grüße/.migration/, /Gr%C3%BC%C3%9Fe/.migration/",
        "/Gr%C3%BC%C3%9Fe/.migration/, /Gr%C3%BC%C3%9Fe/.migration/",
        "/a b/.migration/, /a%20b/.migration/",
        "/100%/.migration/, /100%25/.migration/",
        "/%zz/.migration/, /%25zz/.migration/",
        "/a?b#c/.migration/, /a%3Fb%23c/.migration/",
        "/\"><script>/.migration/, /%22%3E%3Cscript%3E/.migration/",
    })
    void anAddressIsSafeWhateverThePathOfTheApplication(String folder, String encoded) {
        assertThat(Asset.STYLESHEET.address(folder))
                .matches("[!-~]+")
                .isEqualTo(encoded + "banner.css?v=" + Asset.STYLESHEET.version());
    }

    /** What is read is what is served: the file as it lies there, less what means nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"banner.css", "banner.js"})
    void onlyCommentsAndIndentationAreLeftOut(String name) throws IOException {
        String source;
        try (InputStream in = Objects.requireNonNull(Asset.class.getResourceAsStream(name))) {
            source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(source)
                .as("text of several lines, or a line comment")
                .doesNotContain("`", "\\\n")
                .doesNotContainPattern("(?m)^\\s*//");
        for (String line : source.lines().filter(line -> line.contains("/*")).toList()) {
            assertThat(line.substring(0, line.indexOf("/*")))
                    .as("no text or pattern with the sign of a comment: %s", line)
                    .doesNotContain("'", "\"", "/");
        }

        String lean = Asset.lean(source);

        assertThat(lean).doesNotContain("/*", "*/", "\n ", " \n", "\n\n");
        String kept = source.replaceAll("(?s)/[*].*?[*]/", " ");
        assertThat(lean.strip().split("\\s+", -1)).isEqualTo(kept.strip().split("\\s+", -1));
    }
}
