package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawConnection;
import org.migrationmodes.testing.RawRequest;

/** Which requests pass a frozen gate, whatever the spelling of their paths. */
abstract class Judging extends FrozenHost {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Edit.jsp",
                "/%45dit.jsp",
                "/Edit%2Ejsp",
                "/Edit.jsp;foo=bar",
                "/Edit.jsp;",
                "/x/../Edit.jsp",
                "/./Edit.jsp",
                "//Edit.jsp",
                "/x/..;/Edit.jsp",
                "/wiki/..;/Edit.jsp",
                "/wiki/%2e%2e/Edit.jsp",
                "/x/%2E%2e/Edit.jsp",
                "/;a=b/Edit.jsp",
                "/.;x/Edit.jsp",
                "/%2FEdit.jsp",
                "/x/..%2FEdit.jsp",
                "/x%2f../Edit.jsp",
                "/x\\..\\Edit.jsp",
                "/%5cEdit.jsp",
                "/wiki/Edit",
                "/wiki//Edit",
                "/wiki/./Edit",
                "/wiki/x/../Edit",
                "/wiki/;x/Edit",
                "/wiki/Edit;x",
                "/wiki/%45dit",
                "/Edit.jsp%00",
                "/Edit.jsp%20",
                "/Edit.jsp%3Bx",
                "/%u0045dit.jsp",
                "/Edit%252Ejsp",
                "/.migration/../Edit.jsp",
                "/.migration/%2e%2e/Edit.jsp",
                "/.migration/..;/Edit.jsp",
                "/.migration;/../Edit.jsp",
                "/health/../Edit.jsp",
                "/health;/../Edit.jsp"
            })
    void noSpellingReachesAWrite(String path) {
        reaches(RawRequest.get("/app" + path));

        assertThat(reached).noneMatch(seen -> seen.endsWith(" /Edit.jsp") || seen.endsWith(" /wiki/Edit"));
    }

    @Test
    void aPatternOfATreeIsAboutItsRootToo() {
        assertThat(reaches(RawRequest.post("/app/search"))).isTrue();
        assertThat(reaches(RawRequest.post("/app/search/"))).isTrue();
        assertThat(reaches(RawRequest.post("/app/search/deep/er"))).isTrue();
        assertThat(reaches(RawRequest.post("/app/searches"))).isFalse();
    }

    @Test
    void eachPipelinedRequestIsJudged() {
        String read = "GET /app/page HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String write = "GET /app/Edit.jsp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        try (RawConnection connection = host.http().open()) {
            connection.send(read + read + write);

            assertThat(connection.answer("GET").status()).isEqualTo(200);
            assertThat(connection.answer("GET").status()).isEqualTo(200);
            assertThat(connection.answer("GET").status()).isEqualTo(503);
        }
    }

    @Test
    void alwaysPassesInEveryModeAndNothingElseInClosed() {
        for (Mode mode : Mode.values()) {
            host.mode(mode);
            assertThat(reaches(RawRequest.post("/app/health"))).as("%s", mode).isTrue();
            assertThat(reaches(RawRequest.get("/app/page"))).as("%s", mode).isEqualTo(mode != Mode.CLOSED);
            assertThat(reaches(RawRequest.get("/app/healthy"))).isEqualTo(mode != Mode.CLOSED);
        }
        host.mode(Mode.READ_ONLY);
    }

    @Test
    void ownPathsAreAnsweredInEveryModeAndNeverByTheHost() {
        for (Mode mode : Mode.values()) {
            host.mode(mode);
            assertThat(host.http().get("/app/.migration/status.json").text()).isEqualTo("own status.json");
            assertThat(host.http().get("/app/.migration/").text()).isEqualTo("own ");
            assertThat(reaches(RawRequest.get("/app/.migration"))).isEqualTo(mode != Mode.CLOSED);
            assertThat(reaches(RawRequest.get("/app/.migrations/x"))).isEqualTo(mode != Mode.CLOSED);
        }
        host.mode(Mode.READ_ONLY);
        assertThat(reaches(RawRequest.post("/app/.migration/status.json"))).isFalse();
    }

    @Test
    void aFailingBodyNeverPasses() {
        try (RawConnection upload = host.http().open()) {
            upload.sendHead(RawRequest.of("POST", "/app/search")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Transfer-Encoding", "chunked"))
                    .send("zz\r\n");
            reached.clear();

            assertThat(upload.answer("POST").status()).isGreaterThanOrEqualTo(400);
            assertThat(reached).isEmpty();
        }
    }
}
