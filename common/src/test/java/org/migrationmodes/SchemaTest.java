package org.migrationmodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.source.OurReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas and our readers say the same: a document fits the schema if and only if it is read without an error, and
 * without a warning that something in it is ignored.
 */
class SchemaTest {
    private static final String FLAG = """
            { "$schema": "flag.schema.json", "epoch": 7, "expires": "2021-03-01T00:00:00Z",
              "announcement": { "url": "https://example.org/a", "title": { "en": "Move", "pt-BR": "Mudança" } },
              "services": {
                "forum": { "mode": "maintenance", "until": "2021-02-26T22:00:00+01:00", "message": "Paused." },
                "wiki": { "schedule": [
                  { "at": "2021-02-26T14:00Z", "mode": "announced", "message": { "el": "Μετάβαση" } },
                  { "at": "2021-02-26T20:00:00.5Z", "mode": "moved", "until": "2021-02-26T22:00:00z" } ] },
                "wiki@new": "normal" } }
            """;

    private static final String CONFIGURATION = """
            { "mode": "read-only", "until": "2021-02-26T22:00:00Z", "message": "Paused.", "epoch": 3,
              "announcement": "https://example.org/a", "services": { "wiki": "closed" },
              "service": "wiki", "site": "old", "initially": "read-only", "profile": "generic",
              "remote": { "url": "http://example.org/flag.json", "interval": "15s", "allowHttp": true,
                          "ca": "/etc/ca.pem", "certificate": "C:/own.pem", "key": "\\\\\\\\server\\\\own.key",
                          "pins": ["sha256/YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE=",
                                   "sha256//YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE="],
                          "publicKeys": [ "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                                          { "kty": "OKP", "crv": "Ed25519", "kid": "old", "alg": "EdDSA", "use": "sig",
                                            "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" } ] },
              "routes": [
                { "name": "a", "methods": "POST", "path": ["/a/**", "**/b"], "verdict": "read",
                  "contentType": "text/*", "parameters": { "x": true, "y": "1", "z": ["2", "3*"] } },
                { "methods": ["GET"], "contentType": ["text/html"], "banner": false } ],
              "always": ["/health"], "admin": { "token": "0123456789abcdef" } }
            """;

    private static final String FLEET = """
            { "site": "old", "etcd": { "endpoints": ["https://10.0.0.1:2379", "http://10.0.0.2:2379/etcd"],
              "prefix": "/migration-modes/", "user": "server", "password": "hush", "allowHttp": true,
              "ca": "/etc/ca.pem", "certificate": "/etc/own.pem", "key": "/etc/own.key",
              "pins": ["sha256/YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE="],
              "publicKeys": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" } }
            """;

    private static final List<String> ODD = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "9007199254740992",
            "9007199254740993",
            "[]",
            "{}",
            "[5]",
            "[\"x\"]",
            "[\"/x\"]",
            "[\"X\"]",
            "{\"en\": \"x\"}",
            "{\"en\": 5}",
            "{\"\": \"x\"}",
            "{\"english language\": \"x\"}",
            "{\"mode\": \"closed\"}",
            "{\"wiki\": \"closed\"}",
            "{\"my wiki\": \"closed\"}",
            "{\"url\": \"https://example.org\"}",
            "\"\"",
            "\"x\"",
            "\"X\"",
            "\"*\"",
            "\"x y\"",
            "\"/x\"",
            "\"normal\"",
            "\"Normal\"",
            "\"follow\"",
            "\"auto\"",
            "\"GENERIC\"",
            "\"read\"",
            "\"wiki@new\"",
            "\"a token without end\"",
            "\"a-token-without-end\"",
            "\"2021-02-26\"",
            "\"2021-02-26T18:00:00\"",
            "\"2021-02-26T18:00:00Z\"",
            "\"2021-02-26T18:00+01:00\"",
            "\"2021-02-26T18:00:00+0100\"",
            "\"2021-13-26T18:00:00Z\"",
            "\"2021-02-26 18:00:00Z\"",
            "\"2021-02-26T24:00:00Z\"",
            "\"15s\"",
            "\"015s\"",
            "\"15\"",
            "\"0s\"",
            "\"999ms\"",
            "\"1000ms\"",
            "\"3600000ms\"",
            "\"3600001ms\"",
            "\"3601s\"",
            "\"60m\"",
            "\"61m\"",
            "\"1h\"",
            "\"2h\"",
            "\"https://example.org\"",
            "\"HTTPS://EXAMPLE.org:8443/a?b=[c]&d=%20#e\"",
            "\"https://example.org/a b\"",
            "\"https://example.org/%zz\"",
            "\"https://example.org/Ω\"",
            "\"https://example.org:99999/\"",
            "\"https://me@example.org/\"",
            "\"https://μ.example/\"",
            "\"http://example.org\"",
            "\"http://localhost.example.org/\"",
            "\"http://LOCALHOST:8080/\"",
            "\"http://[::1]/\"",
            "\"//example.org/\"",
            "\"/\"",
            "\"/etc/x.pem\"",
            "\"C:\\\\x.pem\"",
            "\"/etc/\\u0000\"",
            "\"/etc/x\\n\"",
            "\"sha256/AAAA\"",
            "\"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"",
            "\"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\"",
            "\"sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"",
            "\"javascript:alert(1)\"");

    /** The kinds of documents; of one there are two samples, since not all of it may stand together. */
    private enum Kind {
        FLAG(SchemaTest.FLAG),
        CONFIGURATION(SchemaTest.CONFIGURATION),
        FLEET(SchemaTest.FLEET);

        private final String sample;

        Kind(String sample) {
            this.sample = sample;
        }

        Schema schema() {
            return this == FLAG ? Schema.FLAG : Schema.CONFIGURATION;
        }

        private List<String> warnings(String text) throws InvalidDocument {
            return this == FLAG ? OurReaders.published(text) : OurReaders.configuration(text, Settings.all());
        }

        void assertTheSame(JsonNode document) {
            List<String> ours = ours(document.toString());
            List<String> schemas = schema().problems(document);
            assertThat(schemas.isEmpty())
                    .as("%s%nwe say %s, the schema says %s", document, ours, schemas)
                    .isEqualTo(ours.isEmpty());
        }

        private List<String> ours(String text) {
            try {
                return warnings(text).stream()
                        .filter(warning -> !warning.equals(FlagJson.NO_ANNOUNCEMENT))
                        .toList();
            } catch (InvalidDocument e) {
                return List.of(e.getMessage());
            }
        }
    }

    @Test
    void theSamplesAreValid() {
        for (Kind kind : Kind.values()) {
            assertThat(kind.ours(kind.sample)).isEmpty();
            assertThat(kind.schema().problems(Schema.parse(kind.sample))).isEmpty();
        }
    }

    @Test
    void anOddValueAnywhereIsRefusedByBothOrByNone() {
        for (Kind kind : Kind.values()) {
            int changes = 0;
            for (String odd : ODD) {
                changes = forEachPlace(kind, (parent, key) -> put(parent, key, Schema.parse(odd)));
            }
            assertThat(changes).isGreaterThan(12);
        }
    }

    @Test
    void aMissingKeyAnywhereIsRefusedByBothOrByNone() {
        for (Kind kind : Kind.values()) {
            forEachPlace(kind, (parent, key) -> remove(parent, key));
        }
    }

    @Test
    void anUnknownKeyAnywhereIsWarnedOfByUsAndRefusedByTheSchema() {
        for (Kind kind : Kind.values()) {
            forEachPlace(kind, (parent, key) -> {
                if (parent instanceof ObjectNode object) {
                    object.put("xyzzy and more", 1);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mode\": \"follow\"}",
                "{\"mode\": \"follow\", \"remote\": \"https://example.org\"}",
                "{\"mode\": \"follow\", \"remote\": \"https://example.org\", \"until\": \"2021-02-26T18:00:00Z\"}",
                "{\"message\": \"x\"}",
                "{\"remote\": \"https://example.org\", \"services\": {\"wiki\": \"closed\"}}",
                "{\"remote\": \"https://example.org\", \"services\": {}}",
                "{\"remote\": \"https://example.org\", \"mode\": \"normal\", \"services\": {\"wiki\": \"closed\"}}",
                "{\"services\": {\"wiki\": {\"mode\": \"closed\", \"schedule\": []}}}",
                "{\"services\": {\"wiki\": {\"until\": \"2021-02-26T18:00:00Z\"}}}",
                "{\"remote\": {\"url\": \"http://example.org\", \"allowHttp\": false}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\": []}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\":"
                        + " \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\":"
                        + " \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp\"}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\":"
                        + " \"MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\": [\"-----BEGIN PUBLIC KEY-----\\n"
                        + "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\\n-----END PUBLIC KEY-----\\n\"]}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\":"
                        + " \"MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\": {\"kty\": \"OKP\", \"crv\": \"Ed25519\","
                        + " \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\", \"ext\": true}}}",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\": {\"kty\": \"OKP\", \"crv\": \"Ed25519\","
                        + " \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\", \"d\": \"\"}}}",
                "{\"payload\": \"e30\", \"protected\": \"eyJhbGciOiJFZERTQSJ9\", \"signature\": \"AA\"}",
                "{\"etcd\": {}}",
                "{\"etcd\": {\"endpoints\": []}}",
                "{\"etcd\": {\"endpoints\": \"https://10.0.0.1:2379\"}}",
                "{\"etcd\": {\"endpoints\": \"https://10.0.0.1:2379/?a\"}}",
                "{\"etcd\": {\"endpoints\": \"http://10.0.0.1:2379\"}}",
                "{\"etcd\": {\"endpoints\": [\"https://10.0.0.1\", \"http://10.0.0.1\"], \"allowHttp\": false}}",
                "{\"etcd\": {\"endpoints\": \"http://localhost:2379\", \"user\": \"x\"}}",
                "{\"etcd\": {\"endpoints\": \"http://localhost:2379\", \"password\": \"x\"}}",
                "{\"etcd\": {\"endpoints\": \"http://localhost:2379\"}, \"mode\": \"follow\"}",
                "{\"etcd\": {\"endpoints\": \"http://localhost:2379\"}, \"services\": {\"wiki\": \"closed\"}}",
                "{\"etcd\": {\"endpoints\": \"http://localhost:2379\"}, \"remote\": \"https://example.org\"}",
                "{\"routes\": [{\"verdict\": \"read\", \"parameters\": {}}]}",
                "{\"routes\": [{\"path\": \"/x\", \"name\": 5}]}",
                "{\"routes\": [{\"path\": \"/x\", \"verdict\": \"read\", \"methds\": \"GET\"}]}",
            })
    void whatOnlyTogetherIsWrongIsRefusedByBothOrByNone(String configuration) {
        Kind.CONFIGURATION.assertTheSame(Schema.parse(configuration));
        Kind.FLAG.assertTheSame(Schema.parse(configuration));
    }

    @Test
    void theExamplesInTheSchemasFitThem() {
        for (Kind kind : Kind.values()) {
            JsonNode examples = kind.schema().text().get("examples");
            assertThat(examples).isNotEmpty();
            examples.forEach(example -> {
                assertThat(kind.ours(example.toString())).isEmpty();
                assertThat(kind.schema().problems(example)).isEmpty();
            });
        }
    }

    @Test
    void theProfilesInTheSchemaAreThoseThatAreShipped() throws IOException {
        Set<String> shipped = new TreeSet<>(Set.of("auto"));
        try (Stream<Path> files = Files.walk(Documentation.ROOT, 9)) {
            files.filter(file -> file.toString().contains("src/main/resources"))
                    .filter(file -> file.toString().matches(".*/profiles/[^/]+\\.json"))
                    .forEach(file -> shipped.add(file.getFileName().toString().replace(".json", "")));
        }
        Set<String> named = new TreeSet<>();
        Schema.CONFIGURATION.text().at("/properties/profile/anyOf/0/enum").forEach(name -> named.add(name.asString()));

        assertThat(named).isEqualTo(shipped);
    }

    /** Changes a document at one place. */
    private interface Change {
        void at(JsonNode parent, Object key);
    }

    /** Makes the change at each place of the sample in turn, and holds the two against each other. */
    private static int forEachPlace(Kind kind, Change change) {
        int places = places(Schema.parse(kind.sample)).size();
        for (int i = 0; i < places; i++) {
            JsonNode document = Schema.parse(kind.sample);
            places(document).get(i).accept(change);
            kind.assertTheSame(document);
        }
        return places;
    }

    private static List<Consumer<Change>> places(JsonNode node) {
        List<Consumer<Change>> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            for (String key : object.propertyNames()) {
                places.add(change -> change.at(object, key));
                places.addAll(places(object.get(key)));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(change -> change.at(array, index));
                places.addAll(places(array.get(i)));
            }
        }
        return places;
    }

    private static void put(JsonNode parent, Object key, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set((String) key, value);
        } else {
            ((ArrayNode) parent).set((Integer) key, value);
        }
    }

    private static void remove(JsonNode parent, Object key) {
        if (parent instanceof ObjectNode object) {
            object.remove((String) key);
        } else {
            ((ArrayNode) parent).remove((Integer) key);
        }
    }
}
