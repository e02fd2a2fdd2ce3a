package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.migrationmodes.flag.InvalidDocument;

/** The judge knows short ways; whatever is asked, they lead where the plain one does. */
class JudgeTest {
    private static final String SEED = "5789";

    @Provide
    Arbitrary<String> profiles() {
        return JudgedCases.profiles();
    }

    @Provide
    Arbitrary<JudgedCase> requests() {
        return JudgedCases.requests();
    }

    @Provide
    Arbitrary<String> shipped() {
        return Arbitraries.of(ShippedProfiles.all().toList());
    }

    @Property(seed = SEED, tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void anyRequestUnderAnyProfile(@ForAll("profiles") String json, @ForAll("requests") JudgedCase asked)
            throws IOException, InvalidDocument {
        Statistics.collect(check(Profile.read(json), asked));
        Statistics.coverage(coverage -> {
            for (Verdict verdict : Verdict.values()) {
                coverage.check(verdict).percentage(share -> share > 2);
            }
        });
    }

    @Property(seed = SEED, tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void anyRequestUnderTheShippedProfiles(@ForAll("shipped") String json, @ForAll("requests") JudgedCase asked)
            throws IOException, InvalidDocument {
        check(Profile.read(json), asked);
    }

    private static Verdict check(Profile profile, JudgedCase asked) throws IOException {
        Verdict verdict = profile.judge(new JudgedRequest(asked.request()));
        assertThat(verdict).as("%s", asked).isEqualTo(PlainJudge.judge(profile, asked.request()));
        assertThat(profile.allowsBanner(new JudgedRequest(asked.request())))
                .isEqualTo(PlainJudge.allowsBanner(profile, asked.request()));
        return verdict;
    }
}
