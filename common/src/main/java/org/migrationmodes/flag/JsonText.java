package org.migrationmodes.flag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From bytes to a JSON object, with errors that say the line and the column. */
public final class JsonText {
    /** The most that a document may measure, in bytes of UTF-8. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    // A recycling pool would hang buffers on the container's threads, and with them our class loader.
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(kept -> JsonInclude.Value.construct(Include.ALWAYS, Include.NON_NULL))
            .build();

    private JsonText() {}

    /**
     * Decodes a document's bytes: UTF-8, with or without a byte order mark.
     *
     * @param bytes the whole document
     * @return its text, without the mark
     * @throws InvalidDocument if it is too long or not UTF-8
     */
    public static String decode(byte[] bytes) throws InvalidDocument {
        if (bytes.length > MOST_BYTES) {
            throw tooLong();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidDocument("", "the text is not UTF-8; save it with this encoding");
        }
    }

    /**
     * The error for a document that is too long.
     *
     * @return to be thrown
     */
    public static InvalidDocument tooLong() {
        return new InvalidDocument("", "longer than " + MOST_BYTES / 1024 + " KiB");
    }

    /**
     * Writes an object: strings, numbers, truth values, lists and maps of these.
     *
     * @param object its keys, in order; null values are left out
     * @return JSON with line breaks, without characters that need care
     */
    public static String write(Map<String, ?> object) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object);
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static Section parse(String place, String text) throws InvalidDocument {
        if (text.isBlank()) {
            throw new InvalidDocument("", "the document is empty");
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw SyntaxError.of(text, e);
        }
        if (!root.isObject()) {
            throw new InvalidDocument("", "the document is not an object in { }");
        }
        return new Section(place, root, new LinkedHashMap<>());
    }
}
