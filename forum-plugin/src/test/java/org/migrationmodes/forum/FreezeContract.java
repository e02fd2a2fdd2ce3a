package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.forum.ForumRequest;
import org.migrationmodes.testing.forum.ForumRequest.Body;
import org.migrationmodes.testing.forum.ForumRequests;

/** A frozen forum is read as ever and stores nothing, judged by its rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FreezeContract {
    private final Container container;
    private final String mode;
    private PluggedForum forum;

    @SuppressWarnings("NullAway.Init") // by start
    FreezeContract(Container container, String mode) {
        this.container = container;
        this.mode = mode;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        forum = PluggedForum.start(container, folder).say(mode);
    }

    @AfterAll
    void stop() {
        forum.close();
    }

    @TestFactory
    Stream<DynamicTest> noWriteWrites() {
        return each(
                ForumRequests.writes(), write -> unstored(() -> Ways.all(write).forEach(this::assertRefused)));
    }

    @TestFactory
    Stream<DynamicTest> noReadIsRefused() {
        return each(
                ForumRequests.reads(),
                read -> unstored(() -> Ways.inTheOpen(read).forEach(this::assertPassed)));
    }

    @TestFactory
    Stream<DynamicTest> noSessionIsRefused() {
        return each(
                ForumRequests.sessions(),
                session -> unstored(() -> Ways.inTheOpen(session).forEach(this::assertPassed)));
    }

    @TestFactory
    Stream<DynamicTest> everyFormIsRefused() {
        return each(ForumRequests.forms(), form -> Ways.all(form).forEach(this::assertRefused));
    }

    @TestFactory
    Stream<DynamicTest> previewsPass() {
        return each(
                previews(Body.URLENCODED),
                preview -> unstored(() -> Ways.inTheOpen(preview).forEach(this::assertPassed)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsInsideAMultipartBodyIsRefused() {
        return each(previews(Body.MULTIPART), preview -> Ways.hidden(preview).forEach(this::assertRefused));
    }

    @TestFactory
    Stream<DynamicTest> noTrickWrites() {
        return Tricks.all().stream()
                .map(trick -> dynamicTest(
                        trick.name(),
                        () -> unstored(() -> {
                            // a server may refuse what is no proper request at all before the plugin sees it
                            assertThat(forum.send(trick.request()).status())
                                    .as("%s", trick)
                                    .isIn(503, 400);
                        })));
    }

    @Test
    void viewsAreStillCounted() {
        SortedMap<String, String> before = forum.storedWithCounters();

        forum.get("/posts/list/1.page");

        assertThat(forum.storedWithCounters()).isNotEqualTo(before);
    }

    private static List<ForumRequest> previews(Body body) {
        return ForumRequests.disguised().stream()
                .filter(request -> request.fields().containsKey("preview"))
                .filter(request -> request.body() == body)
                .toList();
    }

    private static Stream<DynamicTest> each(List<ForumRequest> requests, Consumer<ForumRequest> check) {
        assertThat(requests).isNotEmpty();
        return requests.stream().map(request -> dynamicTest(request.toString(), () -> check.accept(request)));
    }

    private void unstored(Runnable deeds) {
        SortedMap<String, String> before = forum.stored();
        deeds.run();
        assertThat(forum.stored()).isEqualTo(before);
    }

    private void assertRefused(RawRequest request) {
        RawAnswer answer = forum.send(request);
        assertThat(answer.status()).as("%s: %s", request, answer).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
    }

    private void assertPassed(RawRequest request) {
        RawAnswer answer = forum.send(request);
        assertThat(answer.status()).as("%s: %s", request, answer).isIn(200, 302);
        assertThat(answer.text()).doesNotContain("Off the rope");
    }
}
