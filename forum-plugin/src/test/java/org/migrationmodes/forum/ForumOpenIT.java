package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.forum.ForumRequest;
import org.migrationmodes.testing.forum.ForumRequest.Kind;
import org.migrationmodes.testing.forum.ForumRequests;

/** Before and after a freeze everything works. */
class ForumOpenIT {
    @ParameterizedTest
    @ValueSource(strings = {"normal", "announced"})
    void everyRequestDoesWhatItDoesWithoutThePlugin(String mode, @TempDir Path folder) throws Exception {
        try (PluggedForum forum = PluggedForum.start(Container.TOMCAT, folder).say(mode)) {
            SortedMap<String, String> before = forum.stored();
            for (ForumRequest request : ForumRequests.all()) {
                RawAnswer answer = forum.send(Ways.usual(request));

                assertThat(answer.status()).as("%s: %s", request, answer).isIn(200, 302);
                assertThat(answer.text()).as("%s", request).doesNotContain("Off the rope");
                SortedMap<String, String> after = forum.stored();
                assertThat(!after.equals(before)).as("%s", request).isEqualTo(request.kind() == Kind.WRITE);
                before = after;
            }
        }
    }

    @Test
    void theTricksOfTheFreezeTestsAreTricks(@TempDir Path folder) throws Exception {
        try (PluggedForum forum = PluggedForum.start(Container.TOMCAT, folder)) {
            SortedMap<String, String> before = forum.stored();
            for (Tricks.Trick trick : Tricks.all()) {
                RawAnswer answer = forum.send(trick.request());

                SortedMap<String, String> after = forum.stored();
                assertThat(!after.equals(before)).as("%s: %s", trick, answer).isEqualTo(trick.works());
                before = after;
            }
        }
    }
}
