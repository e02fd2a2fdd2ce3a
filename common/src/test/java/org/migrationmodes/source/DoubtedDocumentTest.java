package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.flag.InvalidDocument;

/** A document that would not be accepted any more. */
class DoubtedDocumentTest {
    private static final Reading.Changed SAID = new Reading.Changed("here", "said", new Validator("\"a\"", null));

    @TempDir
    private Path folder;

    private final LoggedWarnings log = new LoggedWarnings();
    private final ManualTimer timer = new ManualTimer(Server.START);
    private boolean strict;

    private FlagKeeper<String> keeper() {
        DocumentParser<String> parser = new DocumentParser<>() {
            @Override
            public String parse(String text, @Nullable String previous) throws InvalidDocument {
                if (strict) {
                    throw new InvalidDocument("signature", "missing");
                }
                return text;
            }

            @Override
            public String parseAgain(String text, Instant accepted) throws InvalidDocument {
                return parse(text, null);
            }

            @Override
            public String doubted(String document) {
                return document + ", but doubted";
            }
        };
        FlagKeeper<String> keeper =
                new FlagKeeper<>("remote", parser, new Memory(new StateFolder(folder, "wiki"), timer, timer), timer);
        keeper.offer(SAID);
        assertThat(keeper.validator("here")).isNotNull();
        return keeper;
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aSourceThatConfirmsItConfirmsNothing() {
        FlagKeeper<String> keeper = keeper();
        strict = true;
        keeper.rejudge("here", true);
        keeper.offer(new Reading.Confirmed());
        keeper.offer(SAID);

        assertThat(keeper.document()).isEqualTo("said, but doubted");
        assertThat(keeper.validator("here")).isNull();
        assertThat(keeper.status(null).state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(log.lines()).containsExactly("here: signature: missing; the last good document stays in force");
    }

    @Test
    void itIsBelievedAgainOnceNothingSpeaksAgainstIt() {
        FlagKeeper<String> keeper = keeper();
        strict = true;
        keeper.rejudge("here", false);
        assertThat(keeper.document()).isNull();
        assertThat(keeper.origin()).isNull();
        assertThat(keeper.accepted()).isNull();

        strict = false;
        timer.set(Server.START.plusSeconds(60));
        keeper.rejudge("here", false);
        assertThat(keeper.document()).isEqualTo("said");
        assertThat(keeper.accepted()).isEqualTo(Server.START);
    }

    @Test
    void whatCameFromElsewhereIsLeftAlone() {
        FlagKeeper<String> keeper = keeper();
        strict = true;
        keeper.rejudge("there", false);

        assertThat(keeper.document()).isEqualTo("said");
        assertThat(log.lines()).isEmpty();
    }
}
