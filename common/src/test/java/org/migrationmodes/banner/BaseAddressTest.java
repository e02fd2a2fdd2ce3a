package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page whose base leads elsewhere loads nothing of ours from there. */
class BaseAddressTest {
    private final HttpServletRequest request = mock(HttpServletRequest.class);

    private static List<String> stated(String page, boolean xml) {
        byte[] bytes = page.getBytes(UTF_8);
        BannerInjector injector = new BannerInjector(xml, PageEncoding.ASCII, 1 << 20);
        for (int i = 0; i < bytes.length; i++) {
            injector.scan(bytes, i, 1);
        }
        assertThat(injector.found()).isTrue();
        return injector.policies();
    }

    private PagePolicy allowed(String page, boolean xml) {
        when(request.getServerName()).thenReturn("wiki.example.org");
        when(request.getServerPort()).thenReturn(8080);
        return PagePolicy.ofMetas(request, stated(page, xml), "/app/.migration/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><base href=\"https://cdn.example/\"></head><body>",
                "<head><BASE target=_top HREF='//cdn.example'></head><body>",
                "<base href=https:cdn.example><body>",
                "<base href='\\\\cdn.example\\x'><body>",
                "<base href=' \t/\n/cdn.example/x'><body>",
                "<base href='/&#47;cdn.example/'><body>",
                "<base href='&sol;/cdn.example/'><body>",
                "<base href='https://wiki.example.org@cdn.example/'><body>",
                "<base href='https://wiki.example.org.cdn.example/'><body>",
                "<base href='file:///wiki.example.org/'><body>",
                "<base href='https://cdn.example/'><base href='/app/'><body>",
                "<base><base href='https://cdn.example/'><body>",
                "<p><base href='https://cdn.example/'><body>"
            })
    void nothingIsLoadedFromElsewhere(String page) {
        assertThat(allowed(page, false)).isEqualTo(new PagePolicy(false, false, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<base href='/app/'><body>",
                "<base href='pages/'><body>",
                "<base href=''><body>",
                "<base target=_blank><body>",
                "<base href='?a=http://cdn.example/'><body>",
                "<base href='/app/'><base href='https://cdn.example/'><body>",
                "<base href='http://wiki.example.org:8080/app/'><body>",
                "<base href='https://WIKI.example.org/app/'><body>",
                "<base href='//wiki.example.org'><body>",
                "<link href='https://cdn.example/'><meta href='https://cdn.example/'><body>",
                "<!-- <base href='https://cdn.example/'> --><body>",
                "<template><base href='https://cdn.example/'></template><body>",
                "<svg><base href='https://cdn.example/'></svg><body>",
                "<script>'<base href=https://cdn.example/>'</script><body>",
                "</base href='https://cdn.example/'><body>",
                "<body><base href='https://cdn.example/'>"
            })
    void whatLeadsNowhereElseChangesNothing(String page) {
        assertThat(allowed(page, false)).isEqualTo(PagePolicy.ALL);
    }

    @Test
    void inXhtmlToo() {
        assertThat(allowed("<html><head><base href=\"//cdn.example/\"/></head><body>", true)
                        .script())
                .isFalse();
        assertThat(allowed("<html><head><BASE href=\"//cdn.example/\"/></head><body>", true))
                .isEqualTo(PagePolicy.ALL);
    }

    @Test
    void whatIsTooLongLeadsElsewhere() {
        assertThat(allowed("<base href='" + "x".repeat(MetaTag.MOST + 1) + "'><body>", false)
                        .script())
                .isFalse();
        assertThat(allowed("<base href='" + "x".repeat(MetaTag.MOST) + "'><body>", false)
                        .script())
                .isTrue();
    }

    @Test
    void theBannerOfSuchAPageHasNoFiles() {
        byte[] page = "<html><head><base href=https://cdn.example/></head><body>".getBytes(US_ASCII);
        Insertion insertion = new Insertion(
                metas -> PagePolicy.ofMetas(request, metas, "/").stylesheet() ? new byte[] {'s'} : new byte[] {'n'},
                1 << 10,
                new HeadMemory());
        insertion.begin(false, PageEncoding.ASCII);
        assertThat(insertion.scan(page, 0, page.length)).isEqualTo(page.length);
        assertThat(new String(insertion.encoded(), US_ASCII)).isEqualTo("n");
    }
}
