package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;

/** A file that is not there, or in one of two places. */
class MissingFileTest extends WithFile {
    @Test
    void aDeletedFileChangesNothingAndComesBack() {
        server.write(FROZEN).start().delete().second().second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines()).singleElement().asString().contains("there is no file " + server.file);

        server.write(FROZEN).second();
        assertThat(server.client().status().file().state()).isEqualTo(SourceStatus.State.VALID);

        server.delete().second().write("{\"mode\": \"normal\"}").second();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.log.lines())
                .as("one for each absence; the last file has no announcement to miss")
                .hasSize(2);
    }

    @Test
    void aFolderInPlaceOfTheFileChangesNothing() throws IOException {
        server.write(FROZEN).start().delete();
        Files.createDirectory(server.file);
        server.second().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines()).singleElement().asString().contains("cannot read");
    }

    @Test
    void aSourceThatChangesBetweenTroublesWarnsOnceOfEach() {
        server.write(FROZEN).start();
        for (int i = 0; i < 10; i++) {
            server.delete().second().write("{").second();
        }

        assertThat(server.log.lines()).hasSize(2);
    }

    @Test
    void withoutAFileOneWarningListsThePlacesAndTheFirstThatAppearsIsChosenForGood() {
        Path second = folder.resolve("second.json");
        server.places = List.of(server.file, second);
        server.start().second().second();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.log.lines())
                .singleElement()
                .asString()
                .contains("no file at " + server.file + ", nor at " + second);

        server.write(second, FROZEN).second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);

        server.write("{\"mode\": \"normal\"}").second();
        assertThat(server.mode()).as("the first place comes too late").isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().status().file().origin()).isEqualTo(second.toString());
    }

    @Test
    void theFirstOfTwoPlacesWins() {
        Path second = folder.resolve("second.json");
        server.places = List.of(server.file, second);
        server.write(FROZEN).write(second, "{\"mode\": \"normal\"}").start();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }
}
