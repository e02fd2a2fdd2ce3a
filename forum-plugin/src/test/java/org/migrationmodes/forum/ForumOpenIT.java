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
            for (ForumRequest request : ForumRequests.all()) {
                SortedMap<String, String> before = forum.stored();

                RawAnswer answer = forum.send(Ways.usual(request));

                assertThat(answer.status()).as("%s: %s", request, answer).isIn(200, 302);
                assertThat(answer.text()).as("%s", request).doesNotContain("Off the rope");
                boolean wrote = !forum.stored().equals(before);
                assertThat(wrote).as("%s", request).isEqualTo(request.kind() == Kind.WRITE);
            }
        }
    }

    @Test
    void theTricksOfTheFreezeTestsAreTricks(@TempDir Path folder) throws Exception {
        try (PluggedForum forum = PluggedForum.start(Container.TOMCAT, folder)) {
            for (Tricks.Trick trick : Tricks.all()) {
                SortedMap<String, String> before = forum.stored();

                forum.send(trick.request());

                boolean wrote = !forum.stored().equals(before);
                assertThat(wrote).as("%s", trick).isEqualTo(trick.works());
            }
        }
    }
}
