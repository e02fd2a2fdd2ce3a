package org.migrationmodes.testing.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForumFixtureTest {
    @TempDir
    Path folder;

    /** Tomcat loads H2 and the forum from WEB-INF, this test has them from its own class path. */
    @Test
    void theDatabaseCanBeReadWhileTheForumRunsInAnotherClassLoader() throws Exception {
        try (RunningForum forum = RunningForum.start(folder)) {
            forum.get("jforum.page?module=posts&action=insertSave&topic_id=1&message=hello");

            assertThat(ForumFixture.dump(forum.webapp()).get("posts")).contains("message=hello |");
            assertThat(ForumFixture.dump(ForumFixture.data(forum.webapp()))).isEqualTo(forum.storedWithCounters());
        }
    }

    @Test
    void whatWasStoredOutlivesARestart() throws Exception {
        SortedMap<String, String> stored;
        try (RunningForum forum = RunningForum.start(folder)) {
            forum.get("jforum.page?module=posts&action=insertSave&topic_id=1&message=hello");
            stored = forum.storedWithCounters();
        }

        assertThat(ForumFixture.dump(folder.resolve("forum"))).isEqualTo(stored);
        try (RunningForum forum = RunningForum.start(folder)) {
            assertThat(forum.storedWithCounters()).isEqualTo(stored);
        }
    }

    @Test
    void aDumpLeavesOutTheCountersAndNothingElse() throws Exception {
        try (RunningForum forum = RunningForum.start(folder)) {
            assertThat(forum.storedWithCounters().get("topics")).contains("views=", "title=");
            assertThat(forum.stored().get("topics")).doesNotContain("views=").contains("title=");
            assertThat(forum.stored())
                    .containsOnlyKeys(forum.storedWithCounters().keySet());
        }
    }

    @Test
    void readingAForumThatNeverStartedIsAMistake() {
        assertThatIllegalStateException().isThrownBy(() -> ForumFixture.dump(folder));
    }

    @Test
    void theWebApplicationNeedsNothingOfOursButItself() throws IOException {
        Path classes = ForumFixture.explode(folder).resolve("WEB-INF/classes");

        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text).as("%s", file).doesNotContainPattern("org/migrationmodes/(?!testing/forum/app/)");
            }
        }
        assertThat(classes.resolve("net/jforum/JForum.class")).exists();
        assertThat(folder.resolve("WEB-INF/lib/h2.jar")).exists();
        assertThat(folder.resolve("forum.css")).exists();
    }
}
