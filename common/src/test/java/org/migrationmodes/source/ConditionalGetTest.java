package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

/** Only what is news is sent, and no news is missed. */
class ConditionalGetTest extends WithServer {
    private static final String MODIFIED = "Fri, 26 Feb 2021 11:00:00 GMT";
    private static final String DATE = "Date: Fri, 26 Feb 2021 12:00:00 GMT\r\n";

    private static String flag(String mode) {
        return "{\"services\": {\"wiki\": \"" + mode + "\"}}";
    }

    private Server following() {
        return server.write("{\"remote\": \"" + website.url() + "\"}").start();
    }

    /** The conditions of the next request. */
    private List<String> asked() {
        int before = website.requests().size();
        // Two questions are further apart than a second.
        while (website.requests().size() == before) {
            server.second();
        }
        return website.requests()
                .get(website.requests().size() - 1)
                .lines()
                .filter(line -> line.startsWith("If-"))
                .toList();
    }

    private void serve(String headers) {
        website.script(request -> FlagAnswer.of("200 OK", headers, flag("closed")));
    }

    @Test
    void theTagAndTheTimeAreSentBackAsTheyCame() {
        serve("ETag: \"a\"\r\nLast-Modified: " + MODIFIED + "\r\n" + DATE);
        following();

        assertThat(asked()).containsExactly("If-None-Match: \"a\"", "If-Modified-Since: " + MODIFIED);
    }

    @Test
    void theTimeAloneIsEnough() {
        serve("Last-Modified: " + MODIFIED + "\r\n" + DATE);
        following();

        assertThat(asked()).containsExactly("If-Modified-Since: " + MODIFIED);
    }

    @Test
    void bothOutliveARestart() {
        serve("ETag: \"a\"\r\nLast-Modified: " + MODIFIED + "\r\n" + DATE);
        following().restart();

        assertThat(asked()).containsExactly("If-None-Match: \"a\"", "If-Modified-Since: " + MODIFIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 26 Feb 2021 11:59:59 GMT | true",
                "Fri, 26 Feb 2021 12:00:00 GMT | false",
                "Fri, 26 Feb 2021 12:00:01 GMT | false",
                "Sat, 27 Feb 2021 12:00:00 GMT | false",
            })
    void whatWasChangedInTheSecondOfTheAnswerIsAskedForAnewSinceItMayHaveChangedAgain(String modified, boolean kept) {
        serve("ETag: \"a\"\r\nLast-Modified: " + modified + "\r\n" + DATE);
        following();

        assertThat(asked()).hasSize(kept ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Date: yesterday\r\n", "Date: Fri, 26 Feb 2021 25:00:00 GMT\r\n"})
    void aTimeWithoutADateToHoldItAgainstIsNotTrustedAndNoTagBesideIt(String date) {
        serve("ETag: \"a\"\r\nLast-Modified: " + MODIFIED + "\r\n" + date);
        following();

        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Friday, 26-Feb-21 11:00:00 GMT",
                "Fri Feb 26 11:00:00 2021",
                "Fri, 31 Feb 2021 11:00:00 GMT",
                "Fri, 26 Feb 2021 11:00:00 CET",
                "1614337200",
                ""
            })
    void aTimeInAnotherFormIsNotSentBackAndTheTagIs(String modified) {
        serve("ETag: \"a\"\r\nLast-Modified: " + modified + "\r\n" + DATE);
        following();

        assertThat(asked()).containsExactly("If-None-Match: \"a\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "'a'", "\"a\"b\"", "w/\"a\"", "\"a b\"", "\"a\", \"b\"", "*", "\"\u00e9\""})
    void aTagInAnotherFormIsNotSentBackAndTheTimeIs(String tag) {
        serve("ETag: " + tag + "\r\nLast-Modified: " + MODIFIED + "\r\n" + DATE);
        following();

        assertThat(asked()).containsExactly("If-Modified-Since: " + MODIFIED);
    }

    @Test
    void whatALyingWebsiteHidesIsFoundAtTheTwentiethLook() {
        website.serve("\"a\"", flag("closed"));
        following().second();
        website.script(request -> request.contains("If-")
                ? FlagAnswer.of("304 Not Modified", "", "")
                : FlagAnswer.of("200 OK", "ETag: \"a\"\r\n", flag("moved")));
        while (website.requests().size() < 19) {
            assertThat(asked()).containsExactly("If-None-Match: \"a\"");
            assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        }

        assertThat(asked()).isEmpty();
        assertThat(website.requests()).last().asString().contains("Cache-Control: no-cache");
        assertThat(website.requests()).hasSize(20);
        assertThat(server.mode()).isEqualTo(Mode.MOVED);
        assertThat(asked()).as("and then it begins anew").containsExactly("If-None-Match: \"a\"");
    }

    @Test
    void whatCameByARedirectSaysNothingOfTheNextAnswer() {
        try (FlagServer other = new FlagServer()) {
            other.script(request -> FlagAnswer.of("200 OK", "ETag: \"a\"\r\n", flag("closed")));
            website.fail("302 Found", "Location: " + other.url() + "\r\n");
            following();

            assertThat(server.mode()).isEqualTo(Mode.CLOSED);
            assertThat(asked()).isEmpty();
        }
    }

    @Test
    void aRedirectIsAskedForTheWholeFlagWhateverTheFirstUrlHad() {
        try (FlagServer other = new FlagServer()) {
            website.serve("\"a\"", flag("announced"));
            following().second();
            other.serve("\"a\"", flag("closed"));
            website.fail("302 Found", "Location: " + other.url() + "\r\n");

            assertThat(asked()).containsExactly("If-None-Match: \"a\"");
            assertThat(other.requests()).last().asString().doesNotContain("If-");
            assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        }
    }
}
