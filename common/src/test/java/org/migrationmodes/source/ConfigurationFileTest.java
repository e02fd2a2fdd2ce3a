package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.Mode;

/** The file is the admin's hand: however it is edited, what is valid in it holds within a second, and nothing else. */
class ConfigurationFileTest extends WithFile {
    @Test
    void itHoldsBeforeTheStartIsOver() {
        server.write(FROZEN).start();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().status().file().state()).isEqualTo(SourceStatus.State.VALID);
        assertThat(server.log.lines()).isEmpty();
    }

    @Test
    void anEditInPlaceHoldsWithinASecond() {
        server.write(ANNOUNCED).start().write(FROZEN).second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().current().announcement()).isNotNull();
    }

    @Test
    void anEditByRenamingOverHoldsWithinASecond() {
        server.write(ANNOUNCED).start().replace(FROZEN).second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void anEditThatKeepsAnOlderTimeAndTheSameLengthHoldsToo() throws IOException {
        server.write("{\"mode\": \"closed\"}").start();
        FileTime old = FileTime.from(Instant.EPOCH);
        server.replace("{\"mode\": \"normal\"}");
        Files.setLastModifiedTime(server.file, old);

        assertThat(server.second().mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void aMountedVolumeThatSwapsItsLinkIsFollowed() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..1"));
        Path second = Files.createDirectory(folder.resolve("..2"));
        server.write(first.resolve("migration.json"), ANNOUNCED);
        server.write(second.resolve("migration.json"), FROZEN);
        Path data = Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        Files.createSymbolicLink(server.file, Path.of("..data", "migration.json"));
        server.start();
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);

        Path swapped = Files.createSymbolicLink(folder.resolve("..data_tmp"), second.getFileName());
        Files.move(swapped, data, StandardCopyOption.ATOMIC_MOVE);

        assertThat(server.second().mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void aFolderThatIsReplacedAsAWholeIsFollowed() throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Path other = Files.createDirectory(folder.resolve("conf.new"));
        server.places = List.of(conf.resolve("migration.json"));
        server.write(conf.resolve("migration.json"), ANNOUNCED);
        server.write(other.resolve("migration.json"), FROZEN);
        server.start();

        Files.move(conf, folder.resolve("conf.old"));
        server.second();
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);
        Files.move(other, conf);

        assertThat(server.second().mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void whatChangesBetweenTwoLooksIsNotBelievedYet() {
        server.write(FROZEN).start();
        server.write("{\"mode\": \"normal\"}");
        server.timer.advance(Duration.ZERO);
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        server.write(FROZEN).second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.heard).extracting(Flag::mode).doesNotContainSequence(Mode.READ_ONLY, Mode.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"mode\": \"nor",
                "\u0000\u0000\u0000",
                "null",
                "{\"mode\": \"frozen\"}",
                "{\"mode\": null}",
                "<p>"
            })
    void whatIsHalfWrittenOrInvalidChangesNothingAndIsWarnedOfOnce(String invalid) {
        server.write(FROZEN).start().write(invalid);
        for (int i = 0; i < 20; i++) {
            server.second();
        }

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines())
                .singleElement()
                .asString()
                .startsWith(server.file.toString())
                .endsWith("; the last good document stays in force");
        SourceStatus status = server.client().status().file();
        assertThat(status.state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(status.since()).isAfter(Server.START).isBefore(Server.START.plusSeconds(1));
        assertThat(status.problem()).isNotNull();

        server.write("{\"mode\": \"normal\"}").second();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().status().file().state()).isEqualTo(SourceStatus.State.VALID);
        assertThat(server.client().status().file().problem()).isNull();
    }

    @Test
    void whatIsNotUtf8ChangesNothing() throws IOException {
        server.write(FROZEN).start();
        Files.write(server.file, new byte[] {'{', '"', (byte) 0xE9, '"', '}'});
        server.second().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines()).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void aFileThatIsTooLongChangesNothing() {
        server.write(FROZEN)
                .start()
                .write("{\"mode\": \"normal\"}" + " ".repeat(70_000))
                .second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines()).singleElement().asString().contains("longer than 64 KiB");
    }

    @Test
    void goingBackFromABrokenEditToTheOldTextIsValidAgainWithoutNews() {
        server.write(FROZEN).start().write("{").second();
        Instant accepted = server.client().status().file().accepted();
        int told = server.heard.size();
        server.write(FROZEN).second();

        assertThat(server.client().status().file().state()).isEqualTo(SourceStatus.State.VALID);
        assertThat(server.client().status().file().accepted()).isEqualTo(accepted);
        assertThat(server.heard).hasSize(told);
    }

    @Test
    void aBrokenFileAndNoCopyComesUpInNormalAndSaysSoOnce() {
        server.write("{\"mode\": \"read-only\"").start().second().second();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.heard).last().extracting(Flag::mode).isEqualTo(Mode.NORMAL);
        assertThat(server.log.lines())
                .singleElement()
                .asString()
                .startsWith(server.file + ": line 1, column 21: the text ends too early")
                .endsWith("no valid one was ever read, so the mode stays as it was");

        server.write(FROZEN).second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void warningsOfAFileAreSaidOnce() {
        server.write("{\"mode\": \"read-only\", \"untill\": \"x\"}")
                .start()
                .second()
                .second();

        assertThat(server.log.lines())
                .containsExactly(
                        server.file + ": " + FlagJson.NO_ANNOUNCEMENT,
                        server.file + ": untill: unknown key, ignored; did you mean \"until\"?");
    }
}
