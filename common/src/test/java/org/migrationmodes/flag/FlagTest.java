package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlagTest {
    private static final Instant NOON = Instant.parse("2021-02-26T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1);
    private static final Announcement POST = new Announcement(URI.create("https://www.example.org/post/"), Texts.NONE);

    private static Flag flag(
            Mode mode, Instant since, @Nullable Instant until, @Nullable Announcement post, @Nullable Phase next) {
        return new Flag("wiki", mode, since, until, Texts.NONE, post, 7L, next);
    }

    private static List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        flags.add(flag(Mode.CLOSED, NOON, LATER, POST, Phase.NORMAL));
        flags.add(flag(Mode.NORMAL, NOON, LATER, POST, Phase.NORMAL));
        flags.add(flag(Mode.CLOSED, LATER, LATER, POST, Phase.NORMAL));
        flags.add(flag(Mode.CLOSED, NOON, null, POST, Phase.NORMAL));
        flags.add(flag(Mode.CLOSED, NOON, LATER, null, Phase.NORMAL));
        flags.add(flag(Mode.CLOSED, NOON, LATER, POST, null));
        flags.add(new Flag("forum", Mode.CLOSED, NOON, LATER, Texts.NONE, POST, 7L, Phase.NORMAL));
        flags.add(new Flag("wiki", Mode.CLOSED, NOON, LATER, Texts.NONE, POST, null, Phase.NORMAL));
        flags.add(new Flag("wiki", Mode.CLOSED, NOON, LATER, Texts.plain("Back soon"), POST, 7L, Phase.NORMAL));
        return flags;
    }

    /** One part that is left out of the comparison would be a change that nobody hears of. */
    @Test
    void isEqualOnlyToOneThatSaysTheSame() {
        for (int i = 0; i < flags().size(); i++) {
            for (int j = 0; j < flags().size(); j++) {
                assertThat(flags().get(i).equals(flags().get(j)))
                        .as("%d and %d", i, j)
                        .isEqualTo(i == j);
            }
            assertThat(flags().get(i)).hasSameHashCodeAs(flags().get(i));
        }
        assertThat(Flag.class.getRecordComponents())
                .as("each of which differs once above")
                .hasSize(8);
    }
}
