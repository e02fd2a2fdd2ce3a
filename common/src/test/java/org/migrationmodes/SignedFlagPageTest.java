package org.migrationmodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.source.OurReaders;
import org.migrationmodes.testing.NeedsOpenssl;
import org.migrationmodes.testing.SigningKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page says of signed flags is what the software does. */
class SignedFlagPageTest {
    private static final String PAGE = "docs/flag.md";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]+)\\n(.*?)^```$");
    private static final Instant NOON = Instant.parse("2021-02-26T12:00:00Z");
    private static final String FLAG =
            "{\"epoch\": 8, \"announcement\": \"https://example.org/\", \"services\": {\"wiki\": \"closed\"}}";
    private static final SigningKey KEY = SigningKey.generate();

    @TempDir
    private Path folder;

    private static List<String> blocks(String language) {
        String chapter = Documentation.read(Documentation.ROOT.resolve(PAGE)).split("\n## Signed flags\n", 2)[1];
        return BLOCK.matcher(chapter)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    @Test
    void theExampleWasMadeByTheOwnerOfTheKeyInTheExample() throws InvalidDocument {
        JsonNode configuration = Schema.parse(blocks("jsonc").get(0));
        String keys = configuration.at("/remote/publicKeys").toString();

        assertThat(OurReaders.signed(blocks("text").get(0), keys, null, NOON)).isEmpty();
    }

    @Test
    @NeedsOpenssl
    void theCommandsMakeAKeyAndSignWithIt() throws IOException, InterruptedException, InvalidDocument {
        String printed = run(blocks("sh").get(0));
        String key = "\"" + printed.lines().skip(1).findFirst().orElseThrow() + "\"";
        for (String flag : List.of(FLAG, """
                {"epoch": 9, "announcement": {"url": "https://example.org/", "title": "Μετάβαση %s\\n"},
                 "services": {"wiki": "closed"}}
                """, FLAG + "\n".repeat(40_000))) {
            Files.writeString(folder.resolve("flag.json"), flag);
            assertThat(run(blocks("sh").get(1))).isEmpty();
            String published = Files.readString(folder.resolve("migration.json"));

            assertThat(OurReaders.signed(published, key, null, NOON)).isEmpty();
            String other = "\"" + KEY.x() + "\"";
            assertThatThrownBy(() -> OurReaders.signed(published, other, null, NOON))
                    .hasMessage("signature: no configured public key made it");
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("flag-key.pem", "flag.json", "migration.json");
        assertThat(Files.getPosixFilePermissions(folder.resolve("flag-key.pem")))
                .hasSize(2);
    }

    private String run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    static List<Documentation.Row> errors() {
        return Documentation.table(PAGE, "signed errors");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aMistakeIsNamedAsThePageSays(Documentation.Row row) {
        String published = published(row.written());

        assertThatThrownBy(() ->
                        OurReaders.signed(published, "\"" + KEY.x() + "\"", KEY.sign(FLAG.replace("8", "7")), NOON))
                .hasMessage(row.said());
    }

    @Test
    void thereAreMistakes() {
        assertThat(errors()).hasSizeGreaterThan(5);
        assertThat(errors()).filteredOn(row -> row.written().isEmpty()).hasSize(1);
    }

    /** Signs what a row shows; one that shows nothing is signed by somebody else. */
    private static String published(String written) {
        if (written.isEmpty()) {
            return SigningKey.generate().sign(FLAG);
        }
        ObjectNode changes = (ObjectNode) Schema.parse("{" + written + "}");
        if (changes.has("services")) {
            return changes.toString();
        }
        JsonNode header = changes.remove("protected");
        JsonNode payload = changes.remove("payload");
        ObjectNode signed = (ObjectNode) Schema.parse(KEY.sign(
                header == null ? "{\"alg\":\"EdDSA\"}" : header.toString(),
                payload == null ? FLAG : payload.toString()));
        signed.setAll(changes);
        return signed.toString();
    }
}
