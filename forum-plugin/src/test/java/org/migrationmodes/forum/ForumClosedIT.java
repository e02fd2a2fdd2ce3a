package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.forum.ForumRequest;
import org.migrationmodes.testing.forum.ForumRequests;

/** A closed forum answers nothing, so that its database is still. */
class ForumClosedIT {
    private static PluggedForum forum;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        forum = PluggedForum.start(Container.TOMCAT, folder).say("closed");
    }

    @AfterAll
    static void stop() {
        forum.close();
    }

    @Test
    void everythingIsRefusedAndNoRowChangesNotEvenACounter() {
        SortedMap<String, String> before = forum.storedWithCounters();

        for (ForumRequest request : ForumRequests.all()) {
            for (RawRequest way : Ways.all(request)) {
                assertThat(forum.send(way).status()).as("%s", way).isEqualTo(503);
            }
        }
        for (Tricks.Trick trick : Tricks.all()) {
            assertThat(forum.send(trick.request()).status()).as("%s", trick).isEqualTo(503);
        }

        assertThat(forum.storedWithCounters()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/forum.css", "/logo.svg", "/none"})
    void filesAreRefusedToo(String path) {
        RawAnswer answer = forum.get(path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.migration/status.json", "/.migration/banner.css"})
    void thePluginsOwnPathsAnswer(String path) {
        assertThat(forum.get(path).status()).isEqualTo(200);
    }
}
