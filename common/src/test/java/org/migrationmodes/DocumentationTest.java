package org.migrationmodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.source.OurReaders;

/** What the pages show is what the software does. */
class DocumentationTest {
    private static final String PAGE = "docs/configuration.md";
    private static final String STAYS = "; the last good document stays in force";

    @TempDir
    private Path folder;

    static List<Documentation.Block> examples() {
        return Documentation.blocks();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadWithoutErrorOrWarningAndFitsItsSchema(Documentation.Block example) throws InvalidDocument {
        List<String> warnings = example.isConfiguration()
                ? OurReaders.configuration(example.text(), Settings.all())
                : OurReaders.published(example.text());
        Schema schema = example.isConfiguration() ? Schema.CONFIGURATION : Schema.FLAG;

        assertThat(warnings).isEmpty();
        assertThat(schema.problems(Schema.parse(example.text()))).isEmpty();
    }

    @Test
    void thereAreExamplesOfBoth() {
        assertThat(examples()).filteredOn(Documentation.Block::isConfiguration).hasSizeGreaterThan(3);
        assertThat(examples()).filteredOn(example -> !example.isConfiguration()).hasSizeGreaterThan(1);
    }

    static List<Documentation.Row> errors() {
        return Documentation.table(PAGE, "errors");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aMistakeInTheFileIsLoggedAsThePageSays(Documentation.Row row) {
        String file = file(row);

        assertThat(OurReaders.log(folder, file, Settings.all())).containsExactly(row.said() + STAYS);
        assertThat(isRefused(Schema.CONFIGURATION, file)).isTrue();
    }

    static List<Documentation.Row> warnings() {
        return Documentation.table(PAGE, "warnings");
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void whatIsOddInTheFileIsWarnedOfAsThePageSays(Documentation.Row row) throws InvalidDocument {
        assertThat(OurReaders.configuration(file(row), Settings.all())).containsExactly(row.said());
    }

    static List<Documentation.Row> errorsOfAFlag() {
        return Documentation.table("docs/flag.md", "errors");
    }

    @ParameterizedTest
    @MethodSource("errorsOfAFlag")
    void aMistakeInAFlagIsNamedAsThePageSays(Documentation.Row row) {
        assertThat(refusal(file(row))).isEqualTo(row.said());
        assertThat(isRefused(Schema.FLAG, file(row))).isTrue();
    }

    @Test
    void thereAreMistakes() {
        assertThat(errors()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(warnings()).hasSizeGreaterThan(2);
        assertThat(errorsOfAFlag()).hasSizeGreaterThan(2);
        assertThat(Documentation.read(Documentation.ROOT.resolve(PAGE))).contains(STAYS.substring(2));
    }

    static Stream<Documentation.Link> links() {
        return Documentation.links().stream()
                .filter(link -> URI.create(link.target()).getScheme() == null);
    }

    @ParameterizedTest
    @MethodSource("links")
    void aLinkLeadsToAFile(Documentation.Link link) {
        String target = URI.create(link.target()).getPath();

        assertThat(link.page().resolveSibling(target))
                .satisfies(path -> assertThat(Files.exists(path))
                        .as(
                                "%s links %s, which is not there",
                                Documentation.ROOT.relativize(link.page()), link.target())
                        .isTrue());
    }

    private static String file(Documentation.Row row) {
        return "{\n" + row.written() + "\n}";
    }

    private static String refusal(String flag) {
        try {
            return "nothing refused, " + OurReaders.published(flag);
        } catch (InvalidDocument e) {
            return e.getMessage();
        }
    }

    private static boolean isRefused(Schema schema, String text) {
        try {
            return !schema.problems(Schema.parse(text)).isEmpty();
        } catch (tools.jackson.core.JacksonException e) {
            return true;
        }
    }
}
