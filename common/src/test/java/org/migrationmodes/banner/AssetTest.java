package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetTest {
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
