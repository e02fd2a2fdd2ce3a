package org.migrationmodes.banner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Pages made of what parsers stumble over, in all sorts of encodings. */
final class FuzzPages implements ArbitrarySupplier<FuzzPage> {
    private static final List<String> STARTS = List.of(
            "<!DOCTYPE html>",
            "<!DOCTYPE html SYSTEM \"a>b\">",
            "<?xml version='1.0'?>\n",
            " \r\n",
            "<!-- -->",
            "<html>",
            "<html><head>",
            "<html><head><title>",
            "<br />\n<b>Warning</b>",
            "{\"a\": \"");
    /** Four kanji that spell a tag where escape sequences are not minded. */
    private static final String TAG_IN_JIS =
            new String("\u001b$B0<body>0\u001b(B".getBytes(StandardCharsets.US_ASCII), Charset.forName("ISO-2022-JP"));

    private static final List<String> PIECES = List.of(
            "<body>",
            "<BODY class='a>b'>",
            "<body a=\">\" b=c/>",
            "<body\n/>",
            "<bodyx>",
            "</body>",
            "<body",
            "body",
            "<",
            ">",
            "/",
            "=",
            "\"",
            "'",
            "-",
            "--",
            "-->",
            "--!>",
            "!",
            "?",
            "[",
            "]",
            "]]>",
            " ",
            "\n",
            "\r\n",
            "\t",
            "a",
            "\u0000",
            "&amp;",
            "<!--",
            "<!-->",
            "<!--->",
            "<!-",
            "<!",
            "<![CDATA[",
            "<![endif]>",
            "<!--[if IE]>",
            "<!doctype ",
            "<?",
            "</",
            "<script>",
            "<script src='x'>",
            "</script>",
            "</script",
            "<SCRIPT/>",
            "<!--<script>",
            "<style>",
            "</style>",
            "<title>",
            "</title>",
            "<textarea>",
            "</textarea>",
            "<noscript>",
            "</noscript>",
            "<noframes>",
            "</noframes>",
            "<iframe>",
            "</iframe>",
            "<xmp>",
            "</xmp>",
            "<template>",
            "</template>",
            "<frameset>",
            "</frameset>",
            "<plaintext>",
            "<svg>",
            "</svg>",
            "<svg/>",
            "<math>",
            "</math>",
            "<mi>",
            "<desc>",
            "</desc>",
            "<foreignObject>",
            "</foreignObject>",
            "<p>",
            "<div a='",
            "<p title=\"",
            "<img alt=x ",
            "<table>",
            "<br/>",
            "<html>",
            "<head/>",
            "<h:x>",
            "\u00e9",
            "\u03b1\u03b2",
            "\u0416",
            "\u8868\u90af",
            "\u7ffb\u89b3",
            "\u3042\u30bd",
            "\ud83d\ude9a",
            "\uFEFF",
            "\u001b$B",
            "\u001b(B",
            "\u001b(J",
            TAG_IN_JIS,
            TAG_IN_JIS);
    private static final String CLOSES_ALL =
            "-->'\"></script></style></title></textarea></noscript></noframes></iframe></xmp></template></svg></math>";
    private static final List<String> CHARSETS = List.of(
            "UTF-8",
            "ISO-8859-1",
            "windows-1251",
            "windows-1253",
            "Shift_JIS",
            "GBK",
            "Big5",
            "EUC-JP",
            "EUC-KR",
            "ISO-2022-JP",
            "ISO-2022-JP",
            "ISO-2022-KR",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-16",
            "UTF-32BE",
            "IBM037");

    @Override
    public Arbitrary<FuzzPage> get() {
        return Combinators.combine(types(), charsets(), Arbitraries.of(true, true, true, false), fragments())
                .as(FuzzPage::new);
    }

    private static Arbitrary<String> types() {
        return Arbitraries.frequency(
                Tuple.of(12, "text/html"), Tuple.of(4, "application/xhtml+xml"), Tuple.of(1, "text/plain"));
    }

    private static Arbitrary<Charset> charsets() {
        return Arbitraries.of(CHARSETS).map(Charset::forName);
    }

    private static Arbitrary<List<Fragment>> fragments() {
        Arbitrary<Fragment> start = Arbitraries.of(STARTS).map(Fragment::text);
        Arbitrary<List<Fragment>> mark =
                Arbitraries.of(0, 0, 0, 1).map(times -> Collections.nCopies(times, Fragment.text("\uFEFF")));
        Arbitrary<Fragment> filler =
                Arbitraries.integers().between(1, 9000).map(length -> Fragment.text("x".repeat(length)));
        Arbitrary<Fragment> stray =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(Fragment::bytes);
        Arbitrary<Fragment> roman = Arbitraries.of("\u001b(J", "\u001b(B").map(text -> new Fragment(text, true));
        Arbitrary<List<Fragment>> closed =
                Arbitraries.of(1, 1, 1, 0).map(times -> Collections.nCopies(times, Fragment.text(CLOSES_ALL)));
        Arbitrary<Fragment> inside = Arbitraries.frequencyOf(
                Tuple.of(100, Arbitraries.of(PIECES).map(Fragment::text)),
                Tuple.of(5, stray),
                Tuple.of(3, roman),
                Tuple.of(1, filler));
        return Combinators.combine(
                        mark,
                        start.list().ofMinSize(1).ofMaxSize(2),
                        inside.list().ofMaxSize(15),
                        closed)
                .as(FuzzPages::joined);
    }

    private static List<Fragment> joined(
            List<Fragment> mark, List<Fragment> start, List<Fragment> inside, List<Fragment> closed) {
        List<Fragment> end = List.of(Fragment.text("<body>text</body>"));
        return List.of(mark, start, inside, closed, end).stream()
                .flatMap(List::stream)
                .toList();
    }
}
