package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of another page's head changes nothing but how much of this one is read. */
class KnownHeadTest {
    private static final int BOUND = 4096;
    private static final String HEAD = "<!DOCTYPE html><html><head><title>One</title><link href='a>b'>"
            + "<script>if (a<b) document.write('<body>')</script></head>\n<body class='a'>";

    /** What a page tells. */
    private record Told(int banner, boolean givenUp, List<String> policies) {}

    @Property(seed = "13226", tries = 6000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void changesNothing(
            @ForAll("heads") List<String> known,
            @ForAll("changes") List<String> others,
            @ForAll @IntRange(min = 0, max = 8) int from,
            @ForAll @IntRange(min = 0, max = 3) int cut,
            @ForAll @IntRange(min = 1, max = 200) int piece) {
        List<String> parts = new ArrayList<>(known);
        int start = Math.min(from, parts.size());
        parts.subList(start, Math.min(start + cut, parts.size())).clear();
        parts.addAll(start, others.subList(0, Math.min(cut, others.size())));
        String page = page(parts);
        KnownHead head = KnownHead.read(bytes(page(known)));

        KnownHead.Trail trail = trail(head);
        assertThat(inBytes(page, piece, trail)).isEqualTo(inBytes(page, page.length() * 2, null));
        assertThat(inText(page, piece, trail(head))).isEqualTo(inText(page, page.length(), null));
        Statistics.collect(trail == null ? "none" : trail.followed() > "<html>".length() ? "followed" : "left");
        Statistics.coverage(coverage -> coverage.check("followed").percentage(share -> share > 12 && share < 90));
    }

    @Provide
    Arbitrary<List<String>> heads() {
        return OddPages.parts().list().ofMinSize(1).ofMaxSize(8);
    }

    /** Most of them change what comes behind them. */
    @Provide
    Arbitrary<List<String>> changes() {
        Arbitrary<String> changing = Arbitraries.of(
                "<template>",
                "</template>",
                "<template><link>",
                "<svg>",
                "</svg>",
                "<math><mi>",
                "<p>",
                "x",
                "<br>",
                "<title>",
                "</title>",
                "<script>",
                "<!--",
                "<link a='",
                "<link a=\"'",
                "<frameset>",
                "<plaintext>",
                "<base href='/a/'>",
                "<meta http-equiv=content-security-policy content=a>");
        return Arbitraries.oneOf(OddPages.parts(), changing).list().ofMinSize(1).ofMaxSize(3);
    }

    /** As part of what a tag has begun, the rest of a head means something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<template>",
                "<svg>",
                "<math>",
                "<!--",
                "<textarea>",
                "<script>",
                "<link a='",
                "<plaintext>",
                "x<p>"
            })
    void whatIsInSomethingElseIsRead(String change) {
        String known = "<html><link><title>a</title><meta><body class='a'>";
        String page = known.replace("<link>", change);
        KnownHead.Trail trail = trail(KnownHead.read(bytes(known)));
        assertThat(inBytes(page, 4096, trail)).isEqualTo(inBytes(page, 4096, null));
        assertThat(followed(trail)).isEqualTo("<html>".length());
    }

    @Test
    void theSameHeadIsNotReadAgain() {
        KnownHead.Trail trail = trail(KnownHead.read(bytes(HEAD)));
        assertThat(inBytes(HEAD + "<p>", 4096, trail).banner()).isEqualTo(HEAD.length());
        assertThat(followed(trail)).isEqualTo(HEAD.length());
    }

    @Test
    void whatComesBehindAnotherTitleIsNotReadAgain() {
        KnownHead.Trail trail = trail(KnownHead.read(bytes(HEAD)));
        String page = HEAD.replace("One", "The <body> of another page");
        assertThat(inBytes(page, 4096, trail).banner()).isEqualTo(page.length());
        assertThat(followed(trail)).isEqualTo(HEAD.length() - "<title>One</title>".length());
    }

    @Test
    void aTagMoreOrLessIsReadAlone() {
        String known = "<html><link a><link b><link c><link d><body>";
        for (String page : List.of(
                known.replace("<link b>", ""),
                known.replace("<link b>", "<link b><script>x</script>"),
                known.replace("<link b>", "<link x>"))) {
            KnownHead.Trail trail = trail(KnownHead.read(bytes(known)));
            assertThat(inBytes(page, 4096, trail).banner()).isEqualTo(page.length());
            assertThat(followed(trail)).as(page).isGreaterThanOrEqualTo(known.length() - "<link b>".length());
        }
    }

    /** Text comes a part at a time, each of which ends anywhere. */
    @Test
    void aTagThatIsCutInTwoIsReadAlone() {
        String known = "<html>" + "<link rel='a' href='/a'>".repeat(99) + "<body>";
        KnownHead.Trail trail = trail(KnownHead.read(bytes(known)));
        assertThat(inText(known, known.length(), trail).banner()).isEqualTo(known.length());
        assertThat(followed(trail)).isEqualTo(known.length());
        trail = trail(KnownHead.read(bytes(known)));
        assertThat(inBytes(known, 100, trail).banner()).isEqualTo(known.length());
        assertThat(followed(trail)).isGreaterThan(known.length() / 2);
    }

    @Test
    void aHeadThatStatesSomethingIsRead() {
        for (String tag :
                List.of("<base href='/x/'>", "<meta http-equiv=content-security-policy content=\"a 'none'\">")) {
            assertThat(KnownHead.read(bytes("<html>" + tag + "<body>"))).as(tag).isNull();
        }
    }

    @Test
    void whatIsNoHeadIsNotKnown() {
        for (String page :
                List.of("", "a", "a<body>", "<html>", "<html><frameset><body>", "<html><body><p>", "<title><body>")) {
            assertThat(KnownHead.read(bytes(page))).as(page).isNull();
        }
    }

    /** The reader of HTML and that of XML differ in what a tag means. */
    @Test
    void xmlIsRead() {
        String page = "<html><svg><body><html><head/></html></body></svg><body>";
        KnownHead.Trail trail = trail(KnownHead.read(bytes("<html><link><body>")));
        BannerInjector with = new BannerInjector(true, PageEncoding.ASCII, BOUND, trail);
        BannerInjector without = new BannerInjector(true, PageEncoding.ASCII, BOUND);
        byte[] bytes = bytes(page);
        assertThat(with.scan(bytes, 0, bytes.length)).isEqualTo(without.scan(bytes, 0, bytes.length));
        assertThat(followed(trail)).isZero();
    }

    /** In the middle of Japanese bytes mean something else. */
    @Test
    void escapesAreRead() {
        byte[] page = bytes("<html><title>\u001b$B<body>\u001b(B</title><body>");
        KnownHead.Trail trail = trail(KnownHead.read(bytes("<html><title>\u001b$B<body>\u001b(B</title><body>")));
        BannerInjector injector = new BannerInjector(false, PageEncoding.ISO_2022_JP, BOUND, trail);
        assertThat(injector.scan(page, 0, page.length)).isEqualTo(page.length);
        byte[] kept = bytes("<html><link><body>");
        injector = new BannerInjector(false, PageEncoding.ISO_2022_JP, BOUND, trail(KnownHead.read(kept)));
        byte[] open = bytes("<html>\u001b$B<link><body>");
        assertThat(injector.scan(open, 0, open.length)).isEqualTo(-1);
    }

    private static KnownHead.@Nullable Trail trail(@Nullable KnownHead head) {
        return head == null ? null : head.new Trail();
    }

    private static int followed(KnownHead.@Nullable Trail trail) {
        return trail == null ? -1 : trail.followed();
    }

    private static String page(List<String> parts) {
        return "<html>" + String.join("", parts) + "<body class='a'>";
    }

    private static byte[] bytes(String page) {
        return page.getBytes(UTF_8);
    }

    private static Told inBytes(String page, int piece, KnownHead.@Nullable Trail trail) {
        BannerInjector injector = new BannerInjector(false, PageEncoding.ASCII, BOUND, trail);
        byte[] bytes = bytes(page);
        int at = -1;
        for (int i = 0; i < bytes.length && at < 0; i += piece) {
            at = injector.scan(bytes, i, Math.min(piece, bytes.length - i));
        }
        return new Told(at, injector.givenUp(), injector.policies());
    }

    private static Told inText(String page, int piece, KnownHead.@Nullable Trail trail) {
        BannerInjector injector = new BannerInjector(false, PageEncoding.ASCII, BOUND, trail);
        CharSequence text = CharBuffer.wrap(page.toCharArray());
        int at = -1;
        for (int i = 0; i < page.length() && at < 0; i += piece) {
            at = injector.scan(text, i, Math.min(piece, page.length() - i));
        }
        return new Told(at, injector.givenUp(), injector.policies());
    }
}
