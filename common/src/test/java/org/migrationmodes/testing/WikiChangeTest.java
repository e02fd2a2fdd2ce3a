package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WikiChangeTest {
    @TempDir
    Path folder;

    private JspWiki wiki;

    @BeforeEach
    void onePage() throws IOException {
        wiki = JspWiki.at(folder);
        Files.createDirectories(wiki.pagesFolder());
        Files.writeString(wiki.pagesFolder().resolve("Main.txt"), "one\ntwo\n");
    }

    @Test
    void nothingIsNothing() {
        assertThat(WikiChange.since(wiki).text()).isEmpty();
    }

    @Test
    void showsLinesOfBothSides() throws IOException {
        WikiChange change = WikiChange.since(wiki);

        Files.writeString(wiki.pagesFolder().resolve("Main.txt"), "one\nthree\n");

        assertThat(change.text()).isEqualTo("""
                        - data/pages/Main.txt
                        - data/pages/Main.txt: two
                        + data/pages/Main.txt
                        + data/pages/Main.txt: three""");
    }

    @Test
    void showsFilesThatComeAndGo() throws IOException {
        WikiChange change = WikiChange.since(wiki);

        Files.move(wiki.pagesFolder().resolve("Main.txt"), wiki.pagesFolder().resolve("New.txt"));

        assertThat(change.text()).contains("- data/pages/Main.txt", "+ data/pages/New.txt");
    }
}
