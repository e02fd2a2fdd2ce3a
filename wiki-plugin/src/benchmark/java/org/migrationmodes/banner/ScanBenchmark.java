package org.migrationmodes.banner;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to find the body tag behind a head of 2.4 KB. */
@State(Scope.Thread)
public class ScanBenchmark {
    private static final int BOUND = 1024 * 1024;
    private static final Pattern BODY = Pattern.compile("<body[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
            <head>
              <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <title>Main - A wiki about boats, and the people who build them</title>
              <link rel="stylesheet" media="screen, projection, print" type="text/css" href="/wiki/templates/default/haddock.css" />
              <link rel="stylesheet" type="text/css" href="/wiki/templates/default/skins/night/skin.css" />
              <script src="/wiki/scripts/haddock.js?v=2.11.2" defer="defer"></script>
              <script>
                var Wiki = Wiki || {}; Wiki.page = "Main"; Wiki.base = "/wiki/"; Wiki.json = "/wiki/ajax/";
                if (document.location.hash.length > 1 && Wiki.page < "N") { Wiki.section = document.location.hash; }
                document.documentElement.className += " has-scripts";
              </script>
              <meta name="wikiContext" content='view' />
              <meta name="wikiBaseUrl" content='https://wiki.example.org/' />
              <meta name="wikiPageUrl" content='https://wiki.example.org/Wiki.jsp?page=%23%24%25' />
              <meta name="wikiEditUrl" content='https://wiki.example.org/Edit.jsp?page=Main' />
              <meta name="wikiCloneUrl" content='https://wiki.example.org/Edit.jsp?page=%23%24%25&amp;clone=Main' />
              <meta name="wikiPageName" content='Main' />
              <meta name="wikiUserName" content='192.0.2.7' />
              <meta name="wikiTemplateUrl" content='https://wiki.example.org/templates/default/' />
              <meta name="wikiXsrfProtection" content="f3a1c7e2-5b9d-4a60-8f21-7d4e9c0b1a55" />
              <link rel="search" href="/wiki/FindContent.jsp" title="Search boats" />
              <link rel="help" href="/wiki/Wiki.jsp?page=TextFormattingRules" title="Help" />
              <link rel="start" href="/wiki/Wiki.jsp?page=Main" title="Front page" />
              <link rel="alternate stylesheet" type="text/css" href="/wiki/templates/default/skins/plain/skin.css" title="Plain" />
              <link rel="author" href="/wiki/Wiki.jsp?page=AboutThisWiki" title="Who runs this wiki, and how to reach them" />
              <link rel="icon" type="image/png" href="/wiki/images/favicon.png" />
              <link rel="alternate" type="application/rss+xml" title="RSS feed of the page" href="/wiki/rss.jsp?page=Main&amp;mode=wiki" />
              <!-- styles of this wiki's own; the colours are those of the club -->
              <style>.page { max-width: 60em } .page > h1 { color: #036 } @media print { nav { display: none } }</style>
            </head>
            <body class="view page-main" data-note="a>b">""";

    private static final int PAGES = 64;

    private final byte[] page = HEAD.getBytes(StandardCharsets.UTF_8);
    /** Of one site, with a title and addresses of their own. */
    private final byte[][] pages = new byte[PAGES][];

    private final HeadMemory heads = new HeadMemory();
    private int visit;

    /** Sees that the grammar finds the tag's end, and that the others find what they can. */
    @Setup
    public void check() {
        if (page.length < 2350 || page.length > 2500) {
            throw new IllegalStateException("the head has " + page.length + " bytes");
        }
        for (int i = 0; i < PAGES; i++) {
            String name = "Main" + "x".repeat(i % 7) + i;
            pages[i] = HEAD.replace("Main", name).getBytes(StandardCharsets.UTF_8);
        }
        for (int i = 0; i < PAGES; i++) {
            if (among() != pages[visit % PAGES].length) {
                throw new IllegalStateException("the place of page " + visit % PAGES + " was not found");
            }
        }
        if (exact() != page.length || indexOf() != HEAD.indexOf("<body") || regex() != HEAD.indexOf("b\">")) {
            throw new IllegalStateException(exact() + ", " + indexOf() + ", " + regex() + " of " + page.length);
        }
    }

    /**
     * Ours, made anew for each page.
     *
     * @return behind the tag
     */
    @Benchmark
    public int exact() {
        return new BannerInjector(false, PageEncoding.ASCII, BOUND).scan(page, 0, page.length);
    }

    /**
     * As a site's pages follow each other, none of which is like the one before.
     *
     * @return behind the tag
     */
    @Benchmark
    public int among() {
        visit++;
        byte[] next = pages[visit % PAGES];
        Insertion insertion = new Insertion(metas -> page, BOUND, heads);
        insertion.begin(false, PageEncoding.ASCII);
        return insertion.scan(next, 0, next.length);
    }

    /**
     * The floor: no more than a search.
     *
     * @return at the tag
     */
    @Benchmark
    public int indexOf() {
        for (int i = 0; i < page.length - 5; i++) {
            if (page[i] == '<'
                    && page[i + 1] == 'b'
                    && page[i + 2] == 'o'
                    && page[i + 3] == 'd'
                    && page[i + 4] == 'y') {
                return i;
            }
        }
        return -1;
    }

    /**
     * What many do, who take the > in a value for the tag's end.
     *
     * @return behind what they take for the tag
     */
    @Benchmark
    public int regex() {
        Matcher matcher = BODY.matcher(new String(page, StandardCharsets.ISO_8859_1));
        return matcher.find() ? matcher.end() : -1;
    }
}
