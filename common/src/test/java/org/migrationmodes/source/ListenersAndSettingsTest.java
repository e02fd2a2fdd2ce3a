package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Mode;

/** Who hears of an accepted file, and what becomes of it where they fail. */
class ListenersAndSettingsTest extends WithFile {
    @Test
    void theListenerHearsBeforeAnybodyElse() {
        server.listener = flag -> {
            if (!server.heard.isEmpty()) {
                assertThat(server.client().current()).isNotEqualTo(flag);
            }
        };
        server.start().write(FROZEN).second();

        assertThat(server.heard).last().isEqualTo(server.client().current());
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void aListenerThatThrowsStopsNothingAndIsToldAgain() {
        AtomicInteger failures = new AtomicInteger(10);
        server.start();
        server.listener = flag -> {
            if (failures.getAndDecrement() > 0) {
                throw new AssertionError("listener");
            }
        };
        server.write(FROZEN);
        for (int i = 0; i < 10; i++) {
            server.second();
        }

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.heard).last().extracting(Flag::mode).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines())
                .filteredOn(line -> line.contains("AssertionError"))
                .hasSize(1);
    }

    @Test
    void aListenerThatThrowsAtTheStartStopsNoHost() {
        AtomicInteger failures = new AtomicInteger(3);
        server.listener = flag -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("listener");
            }
        };
        server.write(FROZEN).start().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void settingsThatAreWrongRefuseTheWholeFile() {
        server.settings = configuration -> {
            if (configuration.value("profile") != null) {
                throw new InvalidDocument("profile", "\"x\" is not known");
            }
            return () -> {};
        };
        server.write(FROZEN)
                .start()
                .write("{\"mode\": \"normal\", \"profile\": \"x\"}")
                .second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines()).singleElement().asString().contains(": profile: \"x\" is not known");
    }

    @Test
    void settingsThatCannotBeReadByAFaultOfOursRefuseTheWholeFile() {
        server.write(FROZEN).start();
        server.settings = configuration -> {
            throw new IllegalArgumentException("a bug");
        };
        server.write("{\"mode\": \"normal\"}").second().second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().status().file().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(server.log.lines()).singleElement().asString().contains("a bug");

        server.restart();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void settingsThatFailToBeAppliedDoNotKeepTheModeFromHolding() {
        server.settings = configuration -> () -> {
            throw new IllegalStateException("a bug");
        };
        server.write(FROZEN).start();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);

        server.write(ANNOUNCED).second();
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);
    }

    @Test
    void settingsAreAppliedOnceForEachAcceptedFile() {
        AtomicInteger applied = new AtomicInteger();
        server.settings = configuration -> applied::incrementAndGet;
        server.write(FROZEN).start().second().write("{").second().write(FROZEN).second();
        assertThat(applied).hasValue(1);

        server.write(ANNOUNCED).second();
        assertThat(applied).hasValue(2);
    }
}
