package org.migrationmodes.flag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * JSON as plain Java: maps in the order of the text, lists, strings, numbers, truth values, and {@link #NULL}. Binding it to
 * classes is what takes most of a JSON library, its start above all, and nobody needs it here.
 */
final class JsonTree {
    /** Stands for {@code null}, which is a value like others. */
    static final Object NULL = new Object();

    private JsonTree() {}

    /** Reads all that there is; {@link #NULL} if there is nothing. */
    static Object read(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return NULL;
        }
        Object value = value(parser, first);
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "Trailing token", parser.currentTokenLocation());
        }
        return value;
    }

    /** The parser bounds how deep this goes. */
    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> NULL;
        };
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            object.put(key, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) {
        List<Object> list = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            list.add(value(parser, token));
            token = parser.nextToken();
        }
        return list;
    }
}
