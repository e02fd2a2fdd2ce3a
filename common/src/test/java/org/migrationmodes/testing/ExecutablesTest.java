package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {
    @TempDir
    Path folder;

    @Test
    void findsTheFirstNameThatIsAnywhere() throws IOException {
        Path here = program("here", "second");
        Path there = program("there", "first");
        Executables executables =
                new Executables(here.getParent() + File.pathSeparator + File.pathSeparator + there.getParent());

        assertThat(executables.find("first", "second")).hasValue(there);
        assertThat(executables.find("none", "second")).hasValue(here);
        assertThat(executables.find("none")).isEmpty();
    }

    @Test
    void passesOverWhatCannotBeRun() throws IOException {
        Files.writeString(folder.resolve("text"), "");

        assertThat(new Executables(folder.toString()).find("text")).isEmpty();
    }

    private Path program(String folderName, String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve(folderName)).resolve(name);
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
