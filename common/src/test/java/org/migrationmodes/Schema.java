package org.migrationmodes;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published JSON Schema, as editors use it. */
final class Schema {
    static final Schema FLAG = new Schema("flag");
    static final Schema CONFIGURATION = new Schema("configuration");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final String name;
    private final com.networknt.schema.Schema schema;

    private Schema(String name) {
        this.name = name;
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(address ->
                        Documentation.read(Documentation.ROOT.resolve(address.substring(address.indexOf("docs/"))))));
        this.schema = registry.getSchema(SchemaLocation.of("https://example.org/docs/" + name + ".schema.json"));
    }

    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** The schema itself. */
    JsonNode text() {
        return parse(Documentation.read(Documentation.ROOT.resolve("docs/" + name + ".schema.json")));
    }

    /** Nothing if the document is valid. */
    List<String> problems(JsonNode document) {
        return schema.validate(document).stream().map(Error::toString).toList();
    }
}
