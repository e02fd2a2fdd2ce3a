package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .contains("| `.migration/banner.css` | 7 000 at most |")
                .contains("| `.migration/banner.js` | 12 000 at most, 4 500 compressed |");
        assertThat(Asset.STYLESHEET.content().length).isLessThanOrEqualTo(7_000);
        assertThat(Asset.SCRIPT.content().length).isLessThanOrEqualTo(12_000);
        assertThat(packed.size()).isLessThanOrEqualTo(4_500);
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
}
