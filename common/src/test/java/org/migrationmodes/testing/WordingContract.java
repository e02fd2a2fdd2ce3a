package org.migrationmodes.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Announcement;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Texts;

/** A plugin has words for everything that it may have to say; a missing one would show at night, as an error 500. */
public abstract class WordingContract {
    private static final Instant NIGHT = Instant.parse("2021-02-26T22:00:00Z");

    /** The words of the plugin. */
    protected abstract Wording wording();

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "NORMAL", mode = EnumSource.Mode.EXCLUDE)
    void everyModeIsExplained(Mode mode) {
        Notice notice = notice(mode, null);

        assertThat(notice.title()).isNotBlank();
        assertThat(notice.detail().text()).isNotBlank();
        assertThat(requireNonNull(notice.moment()).shown()).isEqualTo("26 February 2021, 22:00 UTC");
        assertThat(requireNonNull(notice.link()).label().text()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"READ_ONLY", "MOVED", "CLOSED"})
    void theAnnouncementSaysWhatComesNext(Mode next) {
        assertThat(notice(Mode.ANNOUNCED, new Phase(NIGHT, next, null, Texts.NONE))
                        .moment())
                .isNotNull()
                .extracting(Notice.Moment::time)
                .isEqualTo(NIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "session", "form", "write", "typed", "keep", "back", "fields", "home"})
    void everyRefusalIsExplained(String what) {
        assertThat(wording().in(List.of()).of("refused." + what)).isNotBlank();
    }

    @Test
    void theBannerHasALabel() {
        assertThat(wording().in(List.of()).of("label")).isNotBlank();
    }

    private Notice notice(Mode mode, @Nullable Phase next) {
        Announcement announcement = new Announcement(URI.create("https://www.example.org/"), Texts.NONE);
        Flag flag = new Flag("any", mode, NIGHT, NIGHT, Texts.NONE, announcement, null, next);
        return new Notice(flag, wording(), List.of(), false);
    }
}
