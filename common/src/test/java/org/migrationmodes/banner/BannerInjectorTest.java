package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables, ¦ stands where the banner goes; it is no part of the page. Without one, no banner goes in. */
class BannerInjectorTest {

    private static final char HERE = '¦';
    private static final int BOUND = 65_536;

    static Stream<String> html() {
        return Stream.of(
                "<!DOCTYPE html><html><head><title>a</title></head><body>¦text</body></html>",
                "<body>¦",
                "<BODY>¦",
                "<bOdY>¦",
                "<body >¦",
                "<body\n>¦",
                "<body\t\r\n\f>¦",
                "<body/>¦",
                "<body / >¦",
                "<body/ a>¦",
                "\uFEFF<body>¦",
                "\uFEFF \r\n\t\f<body>¦",
                " \n<body>¦",
                " \uFEFF<body>¦",
                "\uFEFF\uFEFF\n\uFEFF<body>¦",
                "<!DOCTYPE html>\uFEFF<html>\uFEFF<body>¦",
                // attributes
                "<body a='>' b=\">\" c=x>¦>",
                "<body a='\">'>¦'",
                "<body a=\"'>\">¦\"",
                "<body a = '>'>¦",
                "<body a=x'>¦'>",
                "<body a=x\">¦\">",
                "<body a'>¦'",
                "<body ='>¦'",
                "<body a=/>¦",
                "<body a=\"\"b='>'>¦",
                "<body a=>¦>",
                "<body a= >¦>",
                "<body a/b='>'>¦",
                "<body a='' / b=\">\">¦",
                "<body/a='>'>¦",
                "<body data-x=<body>¦>",
                "<body onload=\"if (a > b) '<body>'\">¦",
                // other tags
                "<bodyx><body>¦",
                "<body-x><body>¦",
                "<body1><body>¦",
                "<body:x><body>¦",
                "<bod><body>¦",
                "<xbody><body>¦",
                "<\u00e9><body>¦",
                "<bod\u00e9><body>¦",
                "<body\u0000><body>¦",
                "<tbody><body>¦",
                "<abcdefghijklmbody><body>¦",
                "<html a='<body>'><body>¦",
                "<html a=<body><body>¦",
                "<a title=\"<body>\"><body>¦",
                "</body><body>¦",
                "</bodyx a='<body>'><body>¦",
                "</><body>¦",
                "</ <body><body>¦",
                "</'<body><body>¦",
                "< body><body>¦",
                "<<body>¦",
                "<1<body>¦",
                "<=<body>¦",
                "<p>a<b</p><body>¦",
                "<?xml version='1.0'?><body>¦",
                "<?php a > <body>¦",
                "<? <body><body>¦",
                "<!<body><body>¦",
                "<!><body>¦",
                "<!-><body>¦",
                "<!-a><body>¦",
                "<body>¦<body>",
                // comments
                "<!-- <body> --><body>¦",
                "<!--><body>¦-->",
                "<!---><body>¦-->",
                "<!----><body>¦",
                "<!-----><body>¦",
                "<!-- a --!><body>¦-->",
                "<!-- a --!-><body>--><body>¦",
                "<!-- a --!b><body>--><body>¦",
                "<!-- a -- ><body>--><body>¦",
                "<!-- a - -><body>--><body>¦",
                "<!-- <!-- --><body>¦-->",
                "<!-- <!--> <body>¦",
                "<!-- <!- --><body>¦",
                "<!--!><body>--><body>¦",
                "<!--a--><body>¦",
                "<!-- --- --><body>¦",
                "<!--- a ---><body>¦",
                "<!--[if lt IE 9]><body class='ie'><![endif]--><body>¦",
                "<!--[if !IE]><!--><body>¦<!--<![endif]-->",
                "<![if !IE]><body>¦<![endif]>",
                "<!-- Caused by: java.lang.X at <init>(X.java) --><html><body>¦<!-- x -->",
                // declarations
                "<!doctype html><body>¦",
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/x.dtd\"><body>¦",
                "<!DOCTYPE html \"><body>¦",
                "<![CDATA[<body>]]><body>¦",
                // text that looks like tags
                "<script>'<body>'</script><body>¦",
                "<SCRIPT>'<body>'</sCript ><body>¦",
                "<script>a</scriptx><body></script><body>¦",
                "<script>a</ script><body></script><body>¦",
                "<script>a</script/><body>¦",
                "<script>a</script a='>'><body>¦",
                "<script/><body></script><body>¦",
                "<script src='>'><body></script><body>¦",
                "<script>a<</script><body>¦",
                "<script>a<!</script><body>¦",
                "<script>a<!-</script><body>¦",
                "<script><!-- a</script><body>¦-->",
                "<script><!-- a --></script><body>¦",
                "<script><!-- <script> </script><body> --></script><body>¦",
                "<script><!-- <script> </script><body></script><body>¦",
                "<script><!-- <script> --></script><body>¦",
                "<script><!-- <script> -</script><body></script><body>¦",
                "<script><!-- <script> --</script><body></script><body>¦",
                "<script><!-- <scriptx> </script><body>¦",
                "<script><!-- <script </script><body></script><body>¦",
                "<script><!-- <script/> <</script ></script/><body>¦",
                "<script><!--> <script></script><body>¦",
                "<script><!-- <script></scriptx><body></script></script><body>¦",
                "<script><!-- - -- <script></script></script><body>¦",
                "<script><!-- -<script>--</script-><body>--></script><body>¦",
                "<script><!--<</script><body>¦",
                "<script><!-- <script><</script><body>--></script><body>¦",
                "<script><!-- <s></script><body>¦",
                "<script><!-- --></script><body>¦",
                "<script><!-- --- --></script><body>¦",
                "<script></SCRIPT\n><body>¦",
                "<script><!-- <SCRIPT></SCRIPT><body></script><body>¦",
                "<script><!--<!</script><body>¦",
                "<script type=data><!--<script></scrip></SCRIPT></script><body>¦",
                "<script><!--<script></scrip/</SCRIPT></script><body>¦",
                "<style>/* <body> */</style><body>¦",
                "<style><!-- </style><body>¦--></style>",
                "<title><body></title><body>¦",
                "<title><!-- </title><body>¦",
                "<title></titl><body></titlex><body></title><body>¦",
                "<title><</title><body>¦",
                "<textarea><body></textarea><body>¦",
                "<xmp><body></xmp><body>¦",
                "<iframe><body></iframe><body>¦",
                "<noembed><body></noembed><body>¦",
                "<noframes><body></noframes><body>¦",
                "<noscript><body></noscript><body>¦",
                "<style></script><body></style><body>¦",
                "<title a='</title><body>'></title><body>¦",
                "<template><body></template><body>¦",
                "<template><template></template><body></template><body>¦",
                "<template><script></template></script><body></template><body>¦",
                "<template/><body></template><body>¦",
                "</template><body>¦",
                "<template><frameset></frameset></template><body>¦",
                // foreign content: its elements have no raw text, and it has CDATA sections
                "<svg><![CDATA[<body>]]></svg><body>¦",
                "<svg><![CDATA[ ]] ]> <body> ]]]><body>¦",
                "<svg><![if a]><body>¦",
                "<svg><style><body>¦</style></svg>",
                "<svg><title><body>¦</title></svg>",
                "<svg><desc><style><body></style></desc></svg><body>¦",
                "<svg><foreignObject><![CDATA[<body>]]><p><![CDATA[<body><body>¦",
                "<svg><foreignObject><title><body></title></foreignObject><![CDATA[<body>]]></svg><body>¦",
                "<svg><foreignObject><svg><script><body>¦",
                "<svg><foreignObject><svg></svg><script><body></script><body>¦",
                "<svg/><script><body></script><body>¦",
                "<svg><script/><body>¦",
                "<svg><g></g></svg><style><body></style><body>¦",
                "<svg><svg></svg><![CDATA[<body>]]></svg><![CDATA[<body><body>¦",
                "<svg><p><style><body></style><body>¦",
                "<svg></g></svg></svg><style><body></style><body>¦",
                "<math><![CDATA[<body>]]><mi><![CDATA[<body>]]><p><![CDATA[<body><body>¦",
                "<math><mtext><style><body></style></mtext><body>¦",
                "<math><template><body>¦",
                // a frameset after content is none
                "<p>text<frameset><body>¦",
                "<html>&nbsp;<frameset><body>¦",
                "<br><frameset></frameset><body>¦",
                "<img><FRAMESET rows=1><noframes><body></noframes></frameset><body>¦",
                "<p>a < b<frameset><body>¦",
                "< <frameset><body>¦",
                "<input type='button'><frameset><body>¦",
                "<svg><frameset><body>¦",
                "<br><template>x</template><frameset><body>¦",
                // stray content before the tag
                "<br />\n<b>Warning</b>: cannot\n<br />\n<!DOCTYPE html><html><head></head><body class=x>¦",
                "<html><head><div></div><img src='x'></head><body>¦",
                "<html><table><tr><td><body>¦",
                "<!DOCTYPE >text<body>¦",
                "<html><select> <body>¦",
                "<table><select><caption>b<body>¦",
                "<html><p>text</body></html><body>¦",
                // no page
                "<frameset><body>",
                "<FRAMESET cols='*,*'><noframes><body></noframes></frameset><body>",
                "<html><head></head><frameset rows=1><frame><noframes><body></noframes></frameset></html>",
                "<plaintext><body>",
                "<div> \n</div><frameset><body>",
                "<html><head><title>t</title><script>x</script></head>\u0000<!-- c --><frameset><body>",
                "<svg><![CDATA[<body>",
                "<svg> \u0000 </svg><frameset><body>",
                "<html>\u0000<frameset></frameset><body>",
                "<table><select><style>a<caption>b<body>",
                "<template>x<br></template><frameset><body>",
                "<div>fragment</div>",
                "{\"html\": \"<body>\"}",
                "var a = '<body>';",
                "text <body>",
                "",
                " ",
                "<",
                "<body",
                "<body a='>",
                "<body a=\">",
                "<body '",
                "<!--<body>",
                "<script><body>",
                "<script><!--<script>",
                "<title><body>",
                "<?<body>",
                "\u00a0<body>",
                "a\uFEFF<body>",
                "\uFEFF\u00a0<body>");
    }

    static Stream<String> xhtml() {
        return Stream.of(
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">\n"
                        + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>¦</body></html>",
                "<html><head><script src='x'/><style/></head><body class='>'>¦</body></html>",
                "<html><script><![CDATA[ '</script><html><body>' ]]></script><body>¦</body></html>",
                "<html><![CDATA[ ]] ]> ]]]><body>¦",
                "<html><?a ?? <body> > ?><body>¦",
                "<html><?a ? > ??><body>¦",
                "<html><!-- <body> --><body>¦",
                "<!DOCTYPE html SYSTEM \"<html>'<body>\"><html><body>¦",
                "<html><h:head></h:head><_a><body/></_a><\u03b1></\u03b1><body>¦",
                "<html><noframes><body></body></noframes><body>¦",
                "<html><template><body></body></template><body>¦",
                "<html><BODY/><body>¦",
                "<html><br/><hr /><body>¦",
                "<html><a b='/'></a><body>¦",
                "<html><title>a</title ><body>¦",
                "<body></body>",
                "<html><BODY></BODY></html>",
                "<html><body/></html>",
                "<!DOCTYPE html [<!ENTITY a '<b>'>]><html><body>",
                "<!DOCTYPE html SYSTEM \"a>b\" [<!ENTITY a '<b>'>]><html><body>",
                "<!DOCTYPE html SYSTEM 'a>\"' [<!ENTITY a '<b>'>]><html><body>",
                "<html><div><body></body></div></html>");
    }

    @ParameterizedTest
    @MethodSource("html")
    void findsTheBodyTagWhereABrowserWould(String table) {
        assertFound(table, false);
    }

    @ParameterizedTest
    @MethodSource("xhtml")
    void findsTheBodyTagWhereAnXmlParserWould(String table) {
        assertFound(table, true);
    }

    private static void assertFound(String table, boolean xml) {
        int at = table.indexOf(HERE);
        String page = table.replace(String.valueOf(HERE), "");
        int atByte = at < 0 ? -1 : page.substring(0, at).getBytes(UTF_8).length;
        byte[] bytes = page.getBytes(UTF_8);
        assertThat(bytewise(bytes, xml)).as("byte by byte").isEqualTo(atByte);
        assertThat(charwise(page, xml)).as("character by character").isEqualTo(at);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(inPieces(bytes, xml, cut)).as("bytes cut at %d", cut).isEqualTo(atByte);
        }
        for (int cut = 0; cut <= page.length(); cut++) {
            assertThat(inPieces(page, xml, cut)).as("characters cut at %d", cut).isEqualTo(at);
        }
    }

    private static BannerInjector injector(boolean xml) {
        return new BannerInjector(xml, PageEncoding.ASCII, BOUND);
    }

    private static int bytewise(byte[] bytes, boolean xml) {
        BannerInjector injector = injector(xml);
        for (int i = 0; i < bytes.length; i++) {
            if (injector.scan(bytes, i, 1) == i + 1) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int charwise(String page, boolean xml) {
        BannerInjector injector = injector(xml);
        for (int i = 0; i < page.length(); i++) {
            if (injector.scan(page, i, 1) == i + 1) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int inPieces(byte[] bytes, boolean xml, int cut) {
        BannerInjector injector = injector(xml);
        int at = injector.scan(bytes, 0, cut);
        return at >= 0 ? at : injector.scan(bytes, cut, bytes.length - cut);
    }

    private static int inPieces(String page, boolean xml, int cut) {
        BannerInjector injector = injector(xml);
        int at = injector.scan(CharBuffer.wrap(page.toCharArray()), 0, cut);
        return at >= 0 ? at : injector.scan(page, cut, page.length() - cut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "GBK", "GB18030", "Big5", "KOI8-R", "windows-1253", "ISO-8859-7"})
    void syntaxIsSyntaxInEveryAsciiCompatibleCharset(String name) {
        Charset charset = Charset.forName(name);
        StringBuilder all = new StringBuilder();
        for (char c = 0x80; c < 0xd800; c++) {
            if (charset.newEncoder().canEncode(c)) {
                all.append(c);
            }
        }
        for (String around :
                List.of("<title>%s</title>", "<!-- %s -->", "<p title='%s'>", "<script>%s</script>", "<p>%s")) {
            for (int from = 0; from < all.length(); from += 4000) {
                String some = all.substring(from, Math.min(all.length(), from + 4000));
                byte[] bytes = String.format(around + "<body>", some).getBytes(charset);
                assertThat(injector(false).scan(bytes, 0, bytes.length)).isEqualTo(bytes.length);
            }
        }
    }

    @Test
    void readsNothingBehindTheTag() {
        BannerInjector injector = injector(false);
        assertThat(injector.scan("<body>".getBytes(UTF_8), 0, 6)).isEqualTo(6);
        assertThat(injector.scan("<body>".getBytes(UTF_8), 0, 6)).isEqualTo(-1);
        assertThat(injector.scan(">", 0, 1)).isEqualTo(-1);
        assertThat(injector.found()).isTrue();
        assertThat(injector.givenUp()).isFalse();
    }

    @Test
    void indexesCountFromTheStartOfTheArray() {
        assertThat(injector(false).scan("xx<body>yy".getBytes(UTF_8), 2, 8)).isEqualTo(8);
        assertThat(injector(false).scan("xx<body>yy", 2, 8)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "a", "<frameset>", "<plaintext>", "\u00ef\u00bbx", "\u00ef<", "\u00ef\u00bb<"})
    void givesUpAsSoonAsNoTagCanCome(String start) {
        BannerInjector injector = injector(false);
        injector.scan(start, 0, start.length());
        assertThat(injector.givenUp()).isTrue();
        assertThat(injector.scan("<body>", 0, 6)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"0, 65536", "1, -1"})
    void givesUpAtTheBoundWhereverItIsCut(int beyond, int expected) {
        String page = "<!--" + "x".repeat(BOUND - "<!----><body>".length() + beyond) + "--><body>";
        assertThatEachWayEndsAt(expected, page);
    }

    @ParameterizedTest
    @CsvSource({
        "<title>a</title><p>, 0, true",
        "<title>a</title><p>, 1, false",
        "<title>a</title>x, 0, true",
        "<title>a</title>x, 1, false"
    })
    void looksForAQuarterOfTheBoundBehindWhatOpensABody(String head, int beyond, boolean found) {
        String page = head + "x".repeat(BOUND / 4 - "<body>".length() + beyond) + "<body>";
        assertThatEachWayEndsAt(found ? page.length() : -1, page);
    }

    @Test
    void looksNoFurtherThanTheBoundBehindWhatOpensABody() {
        String head = "<!--" + "x".repeat(BOUND - "<!----><p>".length() - 100) + "--><p>";
        String last = head + "x".repeat(100 - "<body>".length()) + "<body>";
        assertThatEachWayEndsAt(BOUND, last);
        assertThatEachWayEndsAt(-1, head + "x".repeat(101 - "<body>".length()) + "<body>");
    }

    @Test
    void inXmlNothingElseOpensABody() {
        byte[] page = ("<html><head><p/>" + "x".repeat(BOUND / 2) + "</head><body>").getBytes(UTF_8);
        assertThat(inPieces(page, true, 100)).isEqualTo(page.length);
    }

    private static void assertThatEachWayEndsAt(int expected, String page) {
        byte[] bytes = page.getBytes(UTF_8);
        for (int cut :
                new int[] {0, 1, 5, 17, 40_000, bytes.length - 7, bytes.length - 6, bytes.length - 1, bytes.length}) {
            int at = Math.min(cut, bytes.length);
            assertThat(inPieces(bytes, false, at)).as("bytes, cut at " + at).isEqualTo(expected);
            assertThat(inPieces(page, false, at)).as("characters, cut at " + at).isEqualTo(expected);
        }
        assertThat(bytewise(bytes, false)).isEqualTo(expected);
        assertThat(charwise(page, false)).isEqualTo(expected);
    }

    @Test
    void knowsThatItGaveUpOnceTheBoundIsRead() {
        BannerInjector injector = injector(false);
        String page = "<!--" + "x".repeat(BOUND - 5);
        injector.scan(page, 0, page.length());
        assertThat(injector.givenUp()).isFalse();
        assertThat(injector.scan("x", 0, 1)).isEqualTo(-1);
        assertThat(injector.givenUp()).isTrue();
    }

    @Test
    void aMegabyteIsReadInPiecesOfAnyKind() {
        List<@Nullable Integer> ends = new ArrayList<>();
        byte[] page = ("<!--" + "-".repeat(50_000) + "--><script>" + "<".repeat(100) + "</script><body>"
                        + "x".repeat(1 << 20))
                .getBytes(UTF_8);
        for (int size : new int[] {1, 7, 8192, page.length}) {
            BannerInjector injector = injector(false);
            int at = -1;
            for (int off = 0; off < page.length && at < 0; off += size) {
                at = injector.scan(page, off, Math.min(size, page.length - off));
            }
            ends.add(at);
        }
        assertThat(ends).containsOnly("<!---->".length() + 50_000 + "<script></script><body>".length() + 100);
    }
}
