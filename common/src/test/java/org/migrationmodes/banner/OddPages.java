package org.migrationmodes.banner;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Heads of pages made of everything that tags, comments and raw text may be spelt like, and of what is none of it. */
final class OddPages {
    private OddPages() {}

    /** Each up to behind what would be its body tag, if nothing has changed that. */
    static Arbitrary<String> heads() {
        return parts().list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> "<html>" + String.join("", parts) + "<body class='a'>");
    }

    /** What heads consist of. */
    static Arbitrary<String> parts() {
        Arbitrary<String> name = Arbitraries.of(
                "link",
                "meta",
                "META",
                "base",
                "script",
                "a",
                "p",
                "svg",
                "title",
                "style",
                "template",
                "body",
                "abcdefg",
                "abcdefgh",
                "h1",
                "x-y",
                "frameset",
                "é",
                "noscript",
                "textarea",
                "math",
                "foreignObject",
                "desc",
                "");
        Arbitrary<String> attribute = Arbitraries.of(
                "a",
                "href",
                "rel",
                "content",
                "http-equiv",
                "HTTP-EQUIV",
                "data-a",
                "=",
                "=a",
                "a\"",
                "b'",
                "abcdefg",
                "abcdefgh",
                "ä",
                "a1",
                "h",
                "/",
                "//");
        Arbitrary<String> value = Arbitraries.of(
                "",
                "=",
                "=x",
                "= 'a>b'",
                "=\"a>b\"",
                " = \"x",
                "='",
                "=x/",
                "=content-security-policy",
                "='&#99;ontent-security-policy'",
                "=\"Content-Security-Policy\"",
                "=\"default-src 'none'\"",
                "='style-src x'",
                "='Content-Type'",
                "==\">\"",
                "\"a\"");
        Arbitrary<String> tags = name.flatMap(named -> attribute
                .flatMap(attributed -> Arbitraries.of(" ", "\n", "", "/", "  ")
                        .flatMap(space -> value.map(valued -> space + attributed + valued)))
                .list()
                .ofMaxSize(4)
                .flatMap(attributes -> Arbitraries.of("<", "</", "< ", "<!")
                        .flatMap(open -> Arbitraries.of(">", " >", "/>", " / >", "")
                                .map(close -> open + named + String.join("", attributes) + close))));
        Arbitrary<String> others = Arbitraries.of(
                "<!-- a -->",
                "<!-->",
                "<!--->",
                "<!--a--!>",
                "<!--a- -->",
                "<!--a--->",
                "<!---a-->",
                "<!--a--b-->",
                "<![CDATA[<p>]]>",
                "<!doctype html>",
                "<?x>",
                "a",
                " ",
                "\n  ",
                "é",
                "\u0000",
                "</script>",
                "</title>",
                "</style>",
                "</textarea >",
                "<!--<script>",
                "<body>",
                "<script>",
                "<style>",
                "<",
                "\"",
                "'",
                ">");
        return Arbitraries.frequencyOf(Tuple.of(2, tags), Tuple.of(2, others));
    }
}
