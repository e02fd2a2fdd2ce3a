package org.migrationmodes.testing.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.forum.ForumRequest.Kind;

/** Each request does to the database what its kind says: on this the proofs of a freeze rest. */
final class ForumRequestsTest {
    @TempDir
    Path folder;

    private RunningForum forum;

    @BeforeEach
    void start() throws Exception {
        forum = RunningForum.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        forum.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRequestDoesWhatItsKindSays() {
        return tests(ForumRequests.all());
    }

    @TestFactory
    Stream<DynamicTest> everyRequestDoesWhatItsKindSaysInReverseOrderToo() {
        List<ForumRequest> reversed = new ArrayList<>(ForumRequests.all());
        Collections.reverse(reversed);
        return tests(reversed);
    }

    private Stream<DynamicTest> tests(List<ForumRequest> requests) {
        return requests.stream().map(request -> dynamicTest(request.toString(), () -> check(request)));
    }

    private void check(ForumRequest request) {
        SortedMap<String, String> before = forum.stored();
        SortedMap<String, String> countersBefore = forum.storedWithCounters();

        HttpResponse<String> response = forum.send(request);

        assertThat(response.statusCode()).isIn(200, 302);
        if (response.statusCode() == 200) {
            assertThat(response.body()).doesNotContain("Off the rope");
        }
        if (request.kind() == Kind.WRITE) {
            assertThat(forum.stored()).isNotEqualTo(before);
        } else {
            assertThat(forum.stored()).isEqualTo(before);
        }
        if (request.kind() == Kind.COUNTER) {
            assertThat(forum.storedWithCounters()).isNotEqualTo(countersBefore);
        }
    }
}
