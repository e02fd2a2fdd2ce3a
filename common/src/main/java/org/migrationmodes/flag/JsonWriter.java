package org.migrationmodes.flag;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what {@link JsonTree} reads. */
final class JsonWriter {
    private JsonWriter() {}

    static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            object.forEach((key, member) -> member(json, key, member));
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            list.forEach(member -> write(json, member));
            json.writeEndArray();
        } else {
            scalar(json, value);
        }
    }

    private static void member(JsonGenerator json, Object key, @Nullable Object value) {
        if (value != null) {
            json.writeName(key.toString());
            write(json, value);
        }
    }

    private static void scalar(JsonGenerator json, @Nullable Object value) {
        if (value == null || value == JsonTree.NULL) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            throw new IllegalArgumentException("No JSON: " + value.getClass().getName());
        }
    }
}
