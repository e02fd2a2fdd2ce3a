package org.migrationmodes.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.banner.Words;
import org.migrationmodes.flag.Announcement;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Texts;

/** A plugin has words for everything that it may have to say; a missing one would show at night, as an error 500. */
public abstract class WordingContract {
    private static final Instant NIGHT = Instant.parse("2021-02-26T22:00:00Z");

    private final Wording wording;

    /** By a class of the plugin, beside which its words lie. */
    protected WordingContract(Class<?> home) {
        this.wording = Wording.beside(home);
    }

    @TestFactory
    Stream<DynamicTest> everyModeIsExplained() {
        return inEachLanguage(words -> {
            for (Mode mode : List.of(Mode.ANNOUNCED, Mode.READ_ONLY, Mode.MOVED, Mode.CLOSED)) {
                Notice notice = notice(words, mode, null);

                assertThat(notice.language()).isEqualTo(words.language());
                assertThat(notice.title()).isNotBlank();
                assertThat(notice.detail().language()).isEqualTo(words.language());
                assertThat(requireNonNull(notice.moment()).shown()).isEqualTo(words.time(NIGHT));
                assertThat(requireNonNull(notice.link()).label().language()).isEqualTo(words.language());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theAnnouncementSaysWhatComesNext() {
        return inEachLanguage(words -> {
            for (Mode next : List.of(Mode.READ_ONLY, Mode.MOVED, Mode.CLOSED)) {
                assertThat(notice(words, Mode.ANNOUNCED, new Phase(NIGHT, next, null, Texts.NONE))
                                .moment())
                        .isNotNull()
                        .extracting(Notice.Moment::time)
                        .isEqualTo(NIGHT);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everythingElseIsExplained() {
        List<String> keys = List.of(
                "label",
                "preview",
                "normal.title",
                "refused.read",
                "refused.session",
                "refused.form",
                "refused.write",
                "refused.typed",
                "refused.keep",
                "refused.back",
                "refused.fields",
                "refused.home",
                "editor.countdown",
                "editor.soon",
                "editor.frozen",
                "editor.open");
        return inEachLanguage(words ->
                assertThat(keys).allSatisfy(key -> assertThat(words.of(key)).isNotBlank()));
    }

    private Stream<DynamicTest> inEachLanguage(Consumer<Words> check) {
        return wording.all().stream().map(words -> dynamicTest(words.language(), () -> check.accept(words)));
    }

    private Notice notice(Words words, Mode mode, @Nullable Phase next) {
        Announcement announcement = new Announcement(URI.create("https://www.example.org/"), Texts.NONE);
        Flag flag = new Flag("any", mode, NIGHT, NIGHT, Texts.NONE, announcement, null, next);
        return new Notice(flag, wording, List.of(words.language().toLowerCase(Locale.ROOT)), false);
    }
}
