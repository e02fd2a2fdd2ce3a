package org.migrationmodes.wiki;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.WikiChange;
import org.migrationmodes.testing.WikiRequest;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

/**
 * Every request in every mode. The requests are made once, while the wikis are open: the same that are refused in the
 * frozen modes do write afterwards, so nothing of them was used up and nothing was refused for another reason.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WikiFreezeIT {
    @TempDir
    static Path folder;

    private static PluggedWiki wiki;
    private static PluggedWiki shortUrls;
    private static PluggedWiki neverFrozen;
    private static TomcatHost tomcat;
    private static List<WikiRequest> requests;
    private static List<WikiRequest> shortRequests;

    @BeforeAll
    static void start() throws IOException {
        wiki = PluggedWiki.of(JspWiki.install(folder.resolve("wiki")), folder.resolve("wiki.json"), "/wiki");
        shortUrls = PluggedWiki.of(
                JspWiki.installWithShortUrls(folder.resolve("short")), folder.resolve("short.json"), "/short");
        neverFrozen = PluggedWiki.of(JspWiki.install(folder.resolve("open")), folder.resolve("open.json"), "/open");
        tomcat = TomcatHost.start(wiki.webapp(), shortUrls.webapp(), neverFrozen.webapp());
        requests = prepare(WikiRequests.rows(), wiki);
        shortRequests = prepare(WikiRequests.shortUrlRows(), shortUrls);
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicContainer> readOnlyLetsNothingWrite() {
        return inMode("read-only", RowCheck::readsOrIsRefused);
    }

    @TestFactory
    @Order(2)
    Stream<DynamicContainer> movedLetsNothingWrite() {
        return inMode("moved", RowCheck::readsOrIsRefused);
    }

    @TestFactory
    @Order(3)
    Stream<DynamicContainer> closedLetsNothingPass() {
        return inMode("closed", RowCheck::isRefused);
    }

    @TestFactory
    @Order(4)
    Stream<DynamicContainer> announcedLetsEverythingPass() {
        wiki.say("announced", tomcat);
        shortUrls.say("announced", tomcat);
        return Stream.of(open("as shipped", wiki, requests), open("short URLs", shortUrls, shortRequests));
    }

    @TestFactory
    @Order(5)
    Stream<DynamicContainer> normalLetsEverythingPass() {
        return Stream.of(open("as shipped", neverFrozen, prepare(WikiRequests.rows(), neverFrozen)));
    }

    private static List<WikiRequest> prepare(List<WikiRow> rows, PluggedWiki at) {
        return WikiRequests.prepare(rows, at.visitor(tomcat));
    }

    private static Stream<DynamicContainer> inMode(String mode, BiConsumer<RowCheck, WikiRequest> check) {
        wiki.say(mode, tomcat);
        shortUrls.say(mode, tomcat);
        return Stream.of(
                frozen("as shipped", wiki, requests, check), frozen("short URLs", shortUrls, shortRequests, check));
    }

    private static DynamicContainer frozen(
            String name, PluggedWiki at, List<WikiRequest> all, BiConsumer<RowCheck, WikiRequest> check) {
        RowCheck checks = new RowCheck(tomcat.http(), WikiChange.since(at.wiki()));
        Stream<DynamicTest> answers = all.stream()
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> check.accept(checks, request)));
        return DynamicContainer.dynamicContainer(
                name, Stream.concat(answers, Stream.of(DynamicTest.dynamicTest("stored", checks::nothingWasStored))));
    }

    private static DynamicContainer open(String name, PluggedWiki at, List<WikiRequest> all) {
        return DynamicContainer.dynamicContainer(
                name,
                all.stream()
                        .filter(WikiRequest::proven)
                        .map(request -> DynamicTest.dynamicTest(request.name(), () -> {
                            RowCheck check = new RowCheck(tomcat.http(), WikiChange.since(at.wiki()));
                            check.works(request);
                        })));
    }
}
