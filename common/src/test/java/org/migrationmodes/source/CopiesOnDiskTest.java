package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;

/** The copies of what was last good: broken, unwritable, shared, and secret. */
class CopiesOnDiskTest extends WithFile {
    private List<Path> copies() {
        try (Stream<Path> files = Files.list(server.state)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage", "{\"origin\": \"x\"}", "{\"origin\": 5, \"accepted\": \"x\", \"document\": {}}"})
    void aCopyThatMakesNoSenseIsSetAsideAndWhatWasInForceStillHolds(String garbage) throws IOException {
        server.write(FROZEN).start().second().delete();
        Path copy = server.state.resolve("wiki.local.json");
        Files.writeString(copy, garbage);
        server.restart();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(copy).doesNotExist();
        assertThat(server.state.resolve("wiki.local.json.refused")).hasContent(garbage);
        assertThat(server.client().status().memory()).contains("is no copy of a document");
    }

    @Test
    void whatCannotBeReadAnyMoreIsTakenToHaveBeenFrozen() throws IOException {
        server.write(FROZEN).start().second().delete();
        for (Path copy : copies()) {
            Files.writeString(copy, "half writ");
        }

        server.restart().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        server.restart().second();
        assertThat(server.mode())
                .as("what was lost is not found at the next restart")
                .isEqualTo(Mode.READ_ONLY);
        server.write("{\"mode\": \"normal\"}").second();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        server.delete().restart();
        assertThat(server.mode()).as("known again").isEqualTo(Mode.NORMAL);
    }

    @Test
    void aCopyOfOtherBytesThanTextIsSetAsideToo() throws IOException {
        server.write(FROZEN).start().second();
        Files.write(server.state.resolve("wiki.local.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        server.restart().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.state.resolve("wiki.local.json.refused")).exists();
        assertThat(server.state.resolve("wiki.local.json")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAWarningAndAStatusAndIsTriedAgain() throws IOException {
        Files.writeString(server.state, "in the way");
        server.write(FROZEN).start().second().second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().status().memory()).contains("cannot keep the last good document");
        int warnings = server.log.lines().size();
        server.timer.advance(Duration.ofMinutes(5));
        assertThat(server.log.lines()).hasSize(warnings);

        Files.delete(server.state);
        server.timer.advance(Duration.ofSeconds(11));
        assertThat(server.client().status().memory()).isNull();

        server.delete().restart();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void oneCopyThatCannotBeWrittenIsNotForgottenWhenAnotherIsWritten() throws IOException {
        Files.createDirectories(server.state.resolve("wiki.local.json").resolve("in the way"));
        server.write(FROZEN).start().second();

        assertThat(server.state.resolve("wiki.in-force.json")).exists();
        assertThat(server.client().status().memory()).contains("wiki.local.json");
    }

    @Test
    void twoClientsWithDifferentNamesShareAFolder() {
        server.stateName = "host#a/b#wiki";
        server.write(FROZEN).start();
        try (Server other = new Server(folder)) {
            other.places = List.of(folder.resolve("other.json"));
            other.stateName = "host#a_b#wiki";
            other.start();
            assertThat(other.mode()).isEqualTo(Mode.NORMAL);
            other.write(other.places.get(0), "{\"mode\": \"normal\"}").second();
        }
        server.delete().restart();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(copies()).hasSize(4);
    }

    @Test
    void namesThatDifferInCaseOrBeyondTheLengthOfAFileNameStayApart() throws IOException {
        String shared = "x".repeat(300);
        for (String name : List.of("Wiki", "wiki", shared + "a", shared + "b")) {
            StateFolder one = new StateFolder(server.state, name);
            one.write("local", new Copy(name, Instant.EPOCH, null, name));
        }
        for (String name : List.of("Wiki", "wiki", shared + "a", shared + "b")) {
            assertThat(new StateFolder(server.state, name).read("local").copy())
                    .isNotNull()
                    .extracting(Copy::text)
                    .isEqualTo(name);
        }
        assertThat(copies())
                .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void copiesHoldSecretsAndAreForTheOwnersEyes() throws IOException {
        server.write("{\"mode\": \"read-only\", \"admin\": {\"token\": \"0123456789abcdef\"}}")
                .start()
                .second();

        for (Path copy : copies()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aServiceOfAnyNameThatIsAcceptedIsRemembered() {
        server.write("{\"service\": \"Forum.2_b-c\", \"services\": {\"Forum.2_b-c\": \"closed\"}}")
                .start();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        server.write("{\"service\": \"Φόρουμ\", \"mode\": \"normal\"}").second();
        assertThat(server.mode())
                .as("such a name could not be found in a document")
                .isEqualTo(Mode.CLOSED);

        server.write(follow().replace("{", "{\"service\": \"Forum.2_b-c\", ")).restart();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.client().current().service()).isEqualTo("Forum.2_b-c");
    }

    @Test
    void withoutAFolderItWorksAndSaysSo() {
        Memory nowhere = new Memory(new StateFolder(null, "wiki"), server.timer, server.timer);
        nowhere.keep("local", new Copy("x", Instant.EPOCH, null, "{}"));
        server.timer.advance(Duration.ofMinutes(1));

        assertThat(nowhere.recall("local")).isNull();
        assertThat(nowhere.trouble()).contains("migration.state");
    }
}
