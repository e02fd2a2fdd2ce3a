package org.migrationmodes.banner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A page made of pieces that parsers stumble over, in some encoding. */
record FuzzPage(String type, Charset charset, List<String> pieces) {
    private static final List<String> STARTS = List.of(
            "",
            "<!DOCTYPE html>",
            "<!DOCTYPE html SYSTEM \"a>b\">",
            "<?xml version='1.0'?>\n",
            " \r\n",
            "<!-- -->",
            "<html>",
            "<html><head><title>",
            "<br />\n<b>Warning</b>",
            "{\"a\": \"",
            "text ");
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
            "\u001b(J");
    private static final String CLOSES_ALL =
            "-->'\"></script></style></title></textarea></noscript></noframes></iframe></xmp></template></svg></math>";
    private static final List<String> CHARSETS = List.of(
            "UTF-8",
            "ISO-8859-1",
            "windows-1253",
            "Shift_JIS",
            "GBK",
            "Big5",
            "EUC-JP",
            "EUC-KR",
            "ISO-2022-JP",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-16");

    static FuzzPage of(SplittableRandom random) {
        Charset charset = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
        String type = random.nextInt(5) == 0 ? "application/xhtml+xml" : "text/html";
        boolean declared = random.nextInt(4) > 0;
        List<String> pieces = new ArrayList<>();
        pieces.add(random.nextInt(4) == 0 ? "\uFEFF" : "");
        pieces.add(STARTS.get(random.nextInt(STARTS.size())));
        for (int left = random.nextInt(20); left > 0; left--) {
            pieces.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        if (random.nextInt(20) == 0) {
            pieces.add(random.nextInt(pieces.size()), "x".repeat(random.nextInt(9000)));
        }
        if (random.nextBoolean()) {
            pieces.add(CLOSES_ALL);
        }
        pieces.add("<body>text</body>");
        return new FuzzPage(declared ? type + ";charset=" + charset : type, charset, pieces);
    }

    boolean isDeclared() {
        return type.contains("charset");
    }

    /** What the host writes: only what the charset has. */
    String text() {
        return new String(bytes(), charset);
    }

    byte[] bytes() {
        return String.join("", pieces).getBytes(charset);
    }

    FuzzPage without(int piece) {
        List<String> fewer = new ArrayList<>(pieces);
        fewer.remove(piece);
        return new FuzzPage(type, charset, fewer);
    }

    /** Whether a container's writer makes the bytes from the text that the host's stream has. */
    boolean isSameByWriter() {
        return isDeclared()
                && !charset.equals(StandardCharsets.UTF_16)
                && Arrays.equals(text().getBytes(charset), bytes());
    }
}
