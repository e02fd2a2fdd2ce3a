package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.flag.InvalidDocument;

/** The judge and the plain one agree on what the routes of each shipped profile are about, however it is spelled. */
class AimedJudgeTest {
    private static final int REQUESTS = 10_000;

    @ParameterizedTest
    @MethodSource("org.migrationmodes.gate.ShippedProfiles#all")
    void requestsThatAreOrNearlyAreWhatARouteIsAbout(String json) throws IOException, InvalidDocument {
        Profile profile = Profile.read(json);
        OddRequests requests = new OddRequests(new Random(9110), profile);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int i = 0; i < REQUESTS; i++) {
            OddRequest odd = requests.next();
            Verdict verdict = profile.judge(new JudgedRequest(odd.servletRequest()));
            assertThat(verdict).as("%s", odd).isEqualTo(PlainJudge.judge(profile, odd.servletRequest()));
            assertThat(profile.allowsBanner(new JudgedRequest(odd.servletRequest())))
                    .as("%s", odd)
                    .isEqualTo(PlainJudge.allowsBanner(profile, odd.servletRequest()));
            verdicts.merge(verdict, 1, Integer::sum);
        }
        assertThat(verdicts.get(Verdict.READ)).as("reads").isGreaterThan(REQUESTS / 20);
        assertThat(verdicts.get(Verdict.WRITE)).as("writes").isGreaterThan(REQUESTS / 20);
    }
}
