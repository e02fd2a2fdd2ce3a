package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.RawHttp;
import org.migrationmodes.testing.WikiBrowser;

/** What the plugin costs a real wiki: pages that are looked at, and pages that are saved. */
public final class WikiLoad implements Benchmark {
    private static final int TOLD = 9;
    private static final int SECONDS = 4;
    private static final Duration SAVING = Duration.ofSeconds(SECONDS);
    /** A wiki compiles for longer than a page that stands in memory. */
    private static final int WARM_UP_SECONDS = 40;

    private static final String VIEW = "/Wiki.jsp?page=Main";
    private static final String EDITED = "Main";
    private static final String MARK = "<div class=\"migration-banner";
    private static final List<Contestant> VIEWED =
            List.of(Contestant.NONE, Contestant.CONTROL, Contestant.NORMAL, Contestant.ANNOUNCED);
    private static final List<Contestant> SAVED = List.of(Contestant.NONE, Contestant.CONTROL, Contestant.NORMAL);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int rounds = Integer.getInteger("benchmark.rounds", TOLD);
    private final Map<Contestant, JspWiki> wikis = new EnumMap<>(Contestant.class);
    private final Map<Contestant, Child> children = new EnumMap<>(Contestant.class);
    private int edits;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wikis");
        try {
            for (Contestant contestant : VIEWED) {
                start(contestant, folder);
            }
            for (Contestant contestant : VIEWED) {
                // the first page takes longer than wrk waits
                view(contestant);
                Wrk.load(child(contestant).url(VIEW), WARM_UP_SECONDS);
            }
            for (Contestant contestant : SAVED) {
                saves(contestant);
            }
            String table = """
                    Measured on %s: %s; JSPWiki on Tomcat %s, %d rounds; views by `%s` for %d s, saves by one visitor who opens the editor each time. In brackets the middle half of the rounds.

                    | what | before the wiki | each second, of no filter | each second |
                    |---|---|---|---|
                    """.formatted(
                                    LocalDate.now(ZoneId.systemDefault()),
                                    Report.machine(),
                                    org.apache.catalina.util.ServerInfo.getServerNumber(),
                                    rounds,
                                    Wrk.COMMAND,
                                    SECONDS)
                    + rows("page views", VIEWED, this::views)
                    + rows("pages saved", SAVED, this::saves);
            System.out.println(table);
            if (rounds >= TOLD) {
                report.write("wiki", table);
            }
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
    }

    private void start(Contestant contestant, Path folder) throws IOException {
        JspWiki wiki = JspWiki.install(folder.resolve(contestant.name()));
        if (contestant == Contestant.NORMAL || contestant == Contestant.ANNOUNCED) {
            contestant.plugInto(wiki.webappFolder(), Path.of(System.getProperty("wiki-plugin.jar")));
        }
        wikis.put(contestant, wiki);
        children.put(contestant, new Child("tomcat", wiki.webappFolder(), folder.resolve(contestant.name() + ".log")));
    }

    @FunctionalInterface
    private interface Load {
        double once(Contestant contestant) throws IOException, InterruptedException;
    }

    private String rows(String what, List<Contestant> contestants, Load load) throws IOException, InterruptedException {
        Rounds all = new Rounds(rounds);
        contestants.forEach(contestant -> all.with(contestant.title, () -> load.once(contestant)));
        Figures rates = all.runControlled(Contestant.NONE.title, Contestant.CONTROL.title);
        StringBuilder rows = new StringBuilder();
        for (Contestant contestant : contestants) {
            rows.append("| %s | %s | %s | %.0f |%n"
                    .formatted(
                            what,
                            contestant.title,
                            rates.ratioAndSpread(contestant.title, Contestant.NONE.title),
                            rates.median(contestant.title)));
        }
        return rows.toString();
    }

    private double views(Contestant contestant) throws IOException, InterruptedException {
        view(contestant);
        return Wrk.load(child(contestant).url(VIEW), SECONDS).perSecond();
    }

    private void view(Contestant contestant) throws IOException, InterruptedException {
        String url = child(contestant).url(VIEW);
        String page = CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
        if (!page.contains("</html>") || page.contains(MARK) != contestant.banner) {
            throw new IllegalStateException(contestant.title + ": not the page that was to be measured:\n" + page);
        }
    }

    /** Each of them is a new version on disk. */
    private double saves(Contestant contestant) throws IOException {
        WikiBrowser visitor = new WikiBrowser(
                new RawHttp(URI.create(child(contestant).url("/")).getPort()), "");
        long begin = System.nanoTime();
        int saved = 0;
        while (System.nanoTime() - begin < SAVING.toNanos()) {
            String text = "Edit " + edits++ + " of a page.";
            int status = visitor.save(EDITED, text).status();
            String stored = wiki(contestant).page(EDITED).strip();
            if (status != 302 || !stored.equals(text)) {
                throw new IllegalStateException(contestant.title + ": answered " + status + ", stored " + stored);
            }
            saved++;
        }
        return saved * 1e9 / (System.nanoTime() - begin);
    }

    private Child child(Contestant contestant) {
        return Objects.requireNonNull(children.get(contestant));
    }

    private JspWiki wiki(Contestant contestant) {
        return Objects.requireNonNull(wikis.get(contestant));
    }
}
