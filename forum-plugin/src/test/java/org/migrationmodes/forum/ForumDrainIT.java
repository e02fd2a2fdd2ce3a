package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawConnection;
import org.migrationmodes.testing.RawRequest;

/** A post that was begun before the freeze is stored, and nobody says before that the forum is still. */
class ForumDrainIT {
    @ParameterizedTest
    @EnumSource
    void aSlowPostKeepsTheForumFromBeingDrainedUntilItHasEnded(Container container, @TempDir Path folder)
            throws Exception {
        try (PluggedForum forum = PluggedForum.start(container, folder)) {
            RawRequest post = reply("slow");
            byte[] body = post.body();
            byte[] begin = Arrays.copyOf(body, body.length / 2);
            try (RawConnection upload = forum.host().http().beginUpload(post, begin)) {
                await().until(ForumDrainIT::theForumReadsABody);
                forum.say("read-only");

                assertThat(status(forum)).contains("\"drained\" : false");
                assertThat(forum.send(reply("late")).status()).isEqualTo(503);
                assertThat(status(forum)).contains("\"drained\" : false");

                RawAnswer answer = upload.finish(Arrays.copyOfRange(body, begin.length, body.length));
                assertThat(answer.status()).isEqualTo(302);
            }

            await().untilAsserted(() -> assertThat(status(forum)).contains("\"drained\" : true"));
            assertThat(forum.holds("slow")).isTrue();
            SortedMap<String, String> still = forum.stored();
            assertThat(forum.send(reply("later")).status()).isEqualTo(503);
            assertThat(forum.stored()).isEqualTo(still);
            assertThat(status(forum)).contains("\"drained\" : true");
        }
    }

    /** The server runs in this process; nothing that it answers tells that it has admitted a request. */
    private static boolean theForumReadsABody() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals("org.migrationmodes.testing.forum.app.Parameters"));
    }

    private static RawRequest reply(String message) {
        return Ways.multipart(
                "POST",
                "/forum/jforum.page",
                Form.of("module", "posts", "action", "insertSave", "topic_id", "1", "message", message));
    }

    private static String status(PluggedForum forum) {
        return MigrationFile.status(forum.host(), PluggedForum.CONTEXT);
    }
}
