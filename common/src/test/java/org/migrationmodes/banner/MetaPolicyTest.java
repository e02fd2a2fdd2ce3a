package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies that a page states in its head, in whatever spelling; what only looks like one is none. */
class MetaPolicyTest {

    static final String POLICY = "img-src 'none'";
    private static final String META = "<meta http-equiv=content-security-policy content=\"" + POLICY + "\">";
    private static final int BOUND = 1 << 20;

    static Stream<String> stating() {
        return Stream.of(
                "<html><head>" + META + "</head><body>",
                META + "<body>",
                "<!DOCTYPE html>" + META + "<body>",
                "<head></head>" + META + "<body>",
                "<head><title>a<b></title><script>'<body>'</script><link rel=x><base><style>a</style>" + META
                        + "<body>",
                "<head><noscript>a</noscript><template><p></template> \n" + META + "<body>",
                "<META HTTP-EQUIV='Content-Security-Policy' CONTENT=\"img-src 'none'\"/><body>",
                "<meta content=\"img-src 'none'\" http-equiv=\"CONTENT-SECURITY-POLICY\" ><body>",
                "<meta\nhttp-equiv = content-security-policy\tcontent\n=\n\"img-src 'none'\"\n><body>",
                "<meta/http-equiv=content-security-policy content='img-src &apos;none&apos;'><body>",
                "<meta http-equiv='content-security-policy'content='img-src &#39;none&#39;'><body>",
                "<meta http-equiv='content-security-policy' content='img-src &#x27;none&#X27'><body>",
                "<meta http-equiv='content-security-policy' content=img-src&#32;'none'><body>",
                "<meta http-equiv='content&#45;security&#x2d;policy' content=\"&#105;mg-src 'none'\"><body>",
                "<meta http-equiv content http-equiv=x><meta a='>' b name=x http-equiv=content-security-policy"
                        + " content=\"img-src 'none'\"><body>",
                "<meta http-equiv=content-security-policy http-equiv=refresh content=\"img-src 'none'\" content=x><body>",
                "<meta charset=utf-8><meta name=description content=\"a > b\">" + META + "<body>",
                "<!-- " + META + " --> " + META + "<body>",
                "<head><template>" + META + "</template>" + META + "<body>");
    }

    static Stream<String> statingNothing() {
        return Stream.of(
                "<head></head><body>",
                "<body>" + META,
                "<!-- " + META + " --><body>",
                "<script>" + META + "</script><body>",
                "<style>" + META + "</style><body>",
                "<title>" + META + "</title><body>",
                "<noscript>" + META + "</noscript><body>",
                "<template>" + META + "</template><body>",
                "<template><svg></svg>" + META + "</template><body>",
                "<head><svg>" + META + "</svg><body>",
                "<head><svg><desc>" + META + "</desc></svg><body>",
                "<p>" + META + "<body>",
                "<br>" + META + "<body>",
                "<html>text" + META + "<body>",
                META.replace("<meta", "<metax") + "<body>",
                META.replace("<meta", "</meta") + "<body>",
                META.replace("<meta", "<link") + "<body>",
                META.replace("policy", "policy-report-only") + "<body>",
                META.replace("http-equiv", "name") + "<body>",
                META.replace("http-equiv", "http-equivx") + "<body>",
                META.replace("content=", "contents=") + "<body>",
                META.replace("content-security-policy", "\" content-security-policy\"") + "<body>",
                "<meta http-equiv http-equiv=content-security-policy content=\"img-src 'none'\"><body>",
                "<meta content content=\"img-src 'none'\" http-equiv=content-security-policy><body>",
                "<meta http-equiv=content-security-policy><meta content=\"img-src 'none'\"><body>",
                "<meta x=\"http-equiv=content-security-policy content=img-src&#32;'none'\"><body>");
    }

    @ParameterizedTest
    @MethodSource("stating")
    void isNoticedInWhateverSpelling(String page) {
        assertStated(page, false, List.of(POLICY));
    }

    @ParameterizedTest
    @MethodSource("statingNothing")
    void whatIsNoneForABrowserIsNone(String page) {
        assertStated(page, false, List.of());
    }

    /** Empty policies forbid nothing; a browser does not even count them. */
    private static void assertStated(String page, boolean xml, List<String> expected) {
        byte[] bytes = page.getBytes(UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            BannerInjector injector = new BannerInjector(xml, PageEncoding.ASCII, BOUND);
            injector.scan(bytes, 0, cut);
            injector.scan(bytes, cut, bytes.length - cut);
            assertThat(stated(injector)).as("cut at %d", cut).isEqualTo(expected);
        }
        BannerInjector bytewise = new BannerInjector(xml, PageEncoding.UNDECLARED, BOUND);
        for (int i = 0; i < bytes.length; i++) {
            bytewise.scan(bytes, i, 1);
        }
        assertThat(stated(bytewise)).as("byte by byte").isEqualTo(expected);
        BannerInjector characters = new BannerInjector(xml, PageEncoding.OTHER, BOUND);
        characters.scan(page, 0, page.length());
        assertThat(stated(characters)).as("characters").isEqualTo(expected);
        assertThat(stated(page.getBytes(UTF_16LE), PageEncoding.UTF_16LE, xml)).isEqualTo(expected);
        assertThat(stated(page.getBytes(UTF_16BE), PageEncoding.UTF_16BE, xml)).isEqualTo(expected);
    }

    private static List<String> stated(byte[] bytes, PageEncoding encoding, boolean xml) {
        BannerInjector injector = new BannerInjector(xml, encoding, BOUND);
        int half = bytes.length / 2 + 1;
        injector.scan(bytes, 0, half);
        injector.scan(bytes, half, bytes.length - half);
        return stated(injector);
    }

    private static List<String> stated(BannerInjector injector) {
        assertThat(injector.found()).isTrue();
        return injector.policies().stream().filter(policy -> !policy.isEmpty()).toList();
    }

    private static List<String> stated(String page) {
        return stated(page.getBytes(UTF_8), PageEncoding.ASCII, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <html><head><meta http-equiv="Content-Security-Policy" content="img-src 'none'"/></head><body>  | true
            <html><head><title/><meta content='img-src &apos;none&apos;' http-equiv='content-security-policy'></meta></head><body> | true
            <html><head><meta HTTP-EQUIV="x" http-equiv="content-security-policy" content="img-src 'none'"/></head><body> | true
            <html><head><META http-equiv="content-security-policy" content="img-src 'none'"/></head><body>  | false
            <html><head><x><meta http-equiv="content-security-policy" content="img-src 'none'"/></x></head><body> | false
            <html><head><!-- <meta http-equiv="content-security-policy" content="img-src 'none'"/> --></head><body> | false
            <html><head><![CDATA[<meta http-equiv="content-security-policy" content="img-src 'none'"/>]]></head><body> | false
            """)
    void isNoticedInXhtml(String page, boolean stated) {
        assertStated(page, true, stated ? List.of(POLICY) : List.of());
    }

    @Test
    void severalCountTogether() {
        assertThat(stated(META + META.replace("img-src", "font-src") + "<body>"))
                .containsExactly(POLICY, "font-src 'none'");
    }

    @Test
    void tooLongAPolicyForbidsAll() {
        String filler = "x".repeat(MetaTag.MOST - POLICY.length() - 1);
        String longest = META.replace(POLICY, POLICY + ";" + filler);
        assertThat(stated(longest + "<body>")).containsExactly(POLICY + ";" + filler);
        assertThat(stated(longest.replace(POLICY, POLICY + ";") + "<body>")).containsExactly(MetaPolicies.UNREADABLE);
        assertThat(stated(longest + META + META + "<body>"))
                .containsExactly(POLICY + ";" + filler, MetaPolicies.UNREADABLE);
        String huge = META.replace(POLICY, POLICY + ";" + "x".repeat(200_000));
        assertThat(stated(huge + META + "<body>")).containsExactly(MetaPolicies.UNREADABLE);
    }

    @Test
    void aLongDescriptionIsNoPolicy() {
        String description = "<meta name=description content='" + "x".repeat(100_000) + "'>";
        assertThat(stated(description + META + "<body>")).containsExactly(POLICY);
        assertThat(stated(description.replace("name", "http-equiv") + "<body>")).isEmpty();
        assertThat(stated("<meta " + "x".repeat(100_000) + " http-equiv='" + "x".repeat(100_000) + "'><body>"))
                .isEmpty();
    }

    /** What it stands for may be a semicolon. */
    @Test
    void anUnknownReferenceForbidsAll() {
        assertThat(stated(META.replace("'none'", "a&semi;script-src b") + "<body>"))
                .containsExactly(MetaPolicies.UNREADABLE);
        assertThat(stated(META.replace("'none'", "a?b&c=d&lt&#0;&#99999999999;&#xe9;&amp;") + "<body>"))
                .containsExactly("img-src a?b&c=d&lt\ufffd\ufffd\ufffd&");
    }
}
