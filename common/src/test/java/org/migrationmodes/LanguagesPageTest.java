package org.migrationmodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.AcceptLanguage;

/** The page on languages names those that there are, and chooses as the software does. */
class LanguagesPageTest {
    private static final String PAGE = "docs/languages.md";

    private static List<String> named() {
        return Documentation.cells(PAGE, "languages").stream()
                .map(cells -> Documentation.code(cells.get(0)))
                .toList();
    }

    static List<Documentation.Row> choices() {
        return Documentation.table(PAGE, "choices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki", "forum"})
    void theTableNamesEachLanguage(String plugin) throws IOException {
        Properties english = new Properties();
        String file = plugin + "-plugin/src/main/resources/org/migrationmodes/" + plugin + "/messages.properties";
        try (Reader reader = Files.newBufferedReader(Documentation.ROOT.resolve(file))) {
            english.load(reader);
        }
        List<String> languages = new ArrayList<>(List.of("en"));
        languages.addAll(List.of(english.getProperty("languages").split(" ", -1)));

        assertThat(named()).isEqualTo(languages);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aLanguageIsChosenAsInTheTable(Documentation.Row row) {
        List<String> wanted = AcceptLanguage.parse(row.written());

        assertThat(wanted.stream()
                        .flatMap(tag -> named().stream().filter(tag::equalsIgnoreCase))
                        .findFirst()
                        .orElse("en"))
                .isEqualTo(row.said());
    }

    @Test
    void thereAreChoices() {
        assertThat(choices()).hasSizeGreaterThan(5);
    }
}
