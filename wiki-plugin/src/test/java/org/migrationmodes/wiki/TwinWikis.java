package org.migrationmodes.wiki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.WikiBrowser;
import org.migrationmodes.testing.WikiRequest;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

/** Two wikis that are the same to their visitors, but that one of them has the plugin. */
final class TwinWikis implements AutoCloseable {
    private static final String CONTEXT = "/wiki";
    private static final String HOST = "wiki.example.org";
    private static final FileTime SEEDED = FileTime.from(Instant.parse("2020-09-13T12:00:00Z"));
    private static final String HTML_ATTACHMENT = "<html><head></head><body><p>uploaded</p></body></html>\n";

    private final TomcatHost bare;
    private final TomcatHost plugged;
    private final PluggedWiki wiki;

    private TwinWikis(TomcatHost bare, TomcatHost plugged, PluggedWiki wiki) {
        this.bare = bare;
        this.plugged = plugged;
        this.wiki = wiki;
    }

    /** The same question to both. */
    record Question(String name, RawRequest toBare, RawRequest toPlugged) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What both say to it. */
    record Answers(RawAnswer bare, RawAnswer plugged) {}

    static TwinWikis start(Path folder) throws IOException {
        TomcatHost bare = TomcatHost.start(install(folder.resolve("bare")).webapp(CONTEXT));
        PluggedWiki wiki = PluggedWiki.of(install(folder.resolve("plugged")), folder.resolve("wiki.json"), CONTEXT);
        return new TwinWikis(bare, TomcatHost.start(wiki.webapp()), wiki);
    }

    /** Pages show when they were written. */
    private static JspWiki install(Path folder) throws IOException {
        // the index of the search as shipped is filled by a thread in its own time
        JspWiki wiki = JspWiki.install(
                folder, Map.of("jspwiki.rss.generate", "true", "jspwiki.searchProvider", "BasicSearchProvider"));
        Path attachment = wiki.attachmentsFolder().resolve("WithAttachment-att/page.html-dir");
        Files.createDirectories(attachment);
        Files.writeString(attachment.resolve("1.html"), HTML_ATTACHMENT, StandardCharsets.US_ASCII);
        Files.writeString(attachment.resolve("attachment.properties"), "1.author=Plain Member\n");
        try (Stream<Path> files = Files.walk(wiki.pagesFolder().getParent())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, SEEDED);
            }
        }
        return wiki;
    }

    void say(String mode) {
        wiki.say(mode, plugged);
    }

    /** All rows that read, and what is no row since no test of a freeze needs it. */
    List<Question> reads() {
        List<WikiRow> rows = WikiRequests.rows().stream()
                .filter(row -> row.kind() == WikiRow.Kind.READ && row.proven())
                .toList();
        List<WikiRequest> toBare = WikiRequests.prepare(rows, new WikiBrowser(bare.http(), CONTEXT));
        List<WikiRequest> toPlugged = WikiRequests.prepare(rows, new WikiBrowser(plugged.http(), CONTEXT));
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < toBare.size(); i++) {
            questions.add(new Question(
                    toBare.get(i).name(),
                    toBare.get(i).request(),
                    toPlugged.get(i).request()));
        }
        questions.add(get("page that talks of a body tag", "/Wiki.jsp?page=Table"));
        questions.add(get("page with an attachment", "/Wiki.jsp?page=WithAttachment"));
        questions.add(get("uploaded page", "/attach/WithAttachment/page.html"));
        questions.add(get("missing attachment", "/attach/Main/none.txt"));
        questions.add(get("missing file", "/nosuch.css"));
        questions.add(get("feed", "/rss.jsp?mode=wiki"));
        questions.add(get("feed of a blog", "/rss.jsp?page=Main&mode=blog"));
        questions.add(get("script", "/scripts/haddock.js"));
        questions.add(get("icon", "/favicons/favicon.ico"));
        return questions;
    }

    private static Question get(String name, String target) {
        RawRequest request = RawRequest.get(CONTEXT + target);
        return new Question(name, request, request);
    }

    /** Both are asked as the same server. */
    Answers ask(Question question) {
        return new Answers(
                bare.http().send(question.toBare().header("Host", HOST)),
                plugged.http().send(question.toPlugged().header("Host", HOST)));
    }

    @Override
    public void close() {
        try (bare) {
            plugged.close();
        }
    }
}
