package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.testing.FakeRequest;

class GateSettingsTest {
    private final GateSettings settings =
            new GateSettings(Profiles.of(GateSettingsTest.class, List.of()), GateSettingsTest.class.getClassLoader());

    private void configure(String json) throws InvalidDocument {
        settings.prepare(Section.parse(json)).run();
    }

    private Verdict judge(FakeRequest request) throws IOException {
        return settings.rules().profile().judge(new JudgedRequest(request.servletRequest()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { "verdict": "wrte", "path": "/x" }                   | routes[1].verdict       | "wrte"
            { "verdict": 7, "path": "/x" }                        | routes[1].verdict       | 7
            { "verdict": "read", "path": "x" }                    | routes[1].path          | "x"
            { "verdict": "read", "path": [] }                     | routes[1].path          | []
            { "verdict": "read", "methods": "post" }              | routes[1].methods       | "post"
            { "verdict": "read", "path": "/x", "methds": "GET" }  | routes[1].methds        | "GET"
            { "verdict": "read" }                                 | routes[1]               | neither a path
            { "path": "/x" }                                      | routes[1]               | neither a verdict
            { "verdict": "read", "parameters": { "a": 7 } }       | routes[1].parameters.a  | 7
            { "banner": "no", "path": "/x" }                      | routes[1].banner        | "no"
            "read"                                                | routes[1]               | "read"
            """)
    void aWrongRouteIsNamedWithItsValueAndNothingChanges(String route, String place, String value) throws Exception {
        configure("{ \"routes\": [ { \"path\": \"/kept\", \"verdict\": \"write\" } ] }");

        assertThatThrownBy(() ->
                        configure("{ \"routes\": [ { \"path\": \"/a\", \"verdict\": \"read\" }, " + route + " ] }"))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining(place + ": ")
                .hasMessageContaining(value);
        assertThat(judge(FakeRequest.of("GET", "/kept"))).isEqualTo(Verdict.WRITE);
    }

    @Test
    void routesAddAndOverrideAndTheFirstThatMatchesDecides() throws Exception {
        configure("""
                { "routes": [ { "path": "/login", "methods": "POST", "verdict": "write" },
                              { "path": "/api/search", "methods": "POST", "verdict": "read" },
                              { "path": "/api/**", "verdict": "write" } ] }
                """);

        assertThat(judge(FakeRequest.of("POST", "/login"))).isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("GET", "/login"))).isEqualTo(Verdict.SESSION);
        assertThat(judge(FakeRequest.of("POST", "/api/search"))).isEqualTo(Verdict.READ);
        assertThat(judge(FakeRequest.of("GET", "/api/search"))).isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("GET", "/api"))).isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("GET", "/apis"))).isEqualTo(Verdict.READ);
    }

    @Test
    void aParameterThatMustBeThereIsMissingWhereItCannotBeSeen() throws Exception {
        configure("{ \"routes\": [ { \"path\": \"/x\", \"parameters\": { \"token\": false }, \"verdict\": \"write\" },"
                + " { \"path\": \"/x\", \"verdict\": \"session\" } ] }");

        assertThat(judge(FakeRequest.of("POST", "/x?token=1"))).isEqualTo(Verdict.SESSION);
        assertThat(judge(FakeRequest.of("POST", "/x").form("token=1"))).isEqualTo(Verdict.SESSION);
        assertThat(judge(FakeRequest.of("GET", "/x").form("token=1"))).isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("POST", "/x").body("multipart/form-data", "")))
                .isEqualTo(Verdict.WRITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/csp-report", "application/reports+json", "Application/CSP-Report; charset=utf-8"})
    void aContentTypeAloneMakesNoRead(String type) throws IOException {
        assertThat(judge(FakeRequest.of("POST", "/api/posts?delete=7").body(type, "{}")))
                .isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("POST", "/").body(type, "{}"))).isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("POST", "/reports/cspv").body(type, "{}")))
                .isEqualTo(Verdict.READ);
        assertThat(judge(FakeRequest.of("POST", "/csp-report").body(type, "{}")))
                .isEqualTo(Verdict.READ);
    }

    @Test
    void logInAndOutArePathsAndNotPartsOfPaths() throws IOException {
        assertThat(judge(FakeRequest.of("POST", "/login"))).isEqualTo(Verdict.SESSION);
        for (String path : List.of("/login/x", "/x/login", "/Login", "/loginx")) {
            assertThat(judge(FakeRequest.of("POST", path))).as(path).isEqualTo(Verdict.WRITE);
        }
        assertThat(judge(FakeRequest.of("PUT", "/login"))).isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("POST", "/login").body("multipart/form-data", "")))
                .isEqualTo(Verdict.WRITE);
    }

    @Test
    void aRouteCanForbidTheBannerAndSayNothingElse() throws Exception {
        configure("{ \"routes\": [ { \"path\": \"/plain/**\", \"banner\": false } ] }");
        Profile profile = settings.rules().profile();

        assertThat(profile.allowsBanner(
                        new JudgedRequest(FakeRequest.of("GET", "/plain/x").servletRequest())))
                .isFalse();
        assertThat(profile.allowsBanner(
                        new JudgedRequest(FakeRequest.of("GET", "/other").servletRequest())))
                .isTrue();
        assertThat(judge(FakeRequest.of("POST", "/plain/x"))).isEqualTo(Verdict.WRITE);
    }

    @Test
    void aProfileThatIsNoneIsAnErrorThatListsThem() {
        assertThatThrownBy(() -> configure("{ \"profile\": \"phpbb\" }"))
                .hasMessageContainingAll("profile: \"phpbb\"", "auto, generic");
    }
}
