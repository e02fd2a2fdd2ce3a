package org.migrationmodes.flag;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.JsonRecyclerPools;

/** From bytes to a JSON object, with errors that say the line and the column. */
public final class JsonText {
    /** The most that a document may measure, in bytes of UTF-8. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    // A recycling pool would hang buffers on the container's threads, and with them our class loader.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
        return write(object, new Lines());
    }

    /** Writes a value of {@link JsonTree} on one line. */
    static String writeValue(Object value) {
        return write(value, ObjectWriteContext.empty());
    }

    private static String write(Object value, ObjectWriteContext how) {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(how, written)) {
            JsonWriter.write(json, value);
        }
        return written.toString();
    }

    private static final class Lines extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    }

    static Section parse(String place, String text) throws InvalidDocument {
        if (text.isBlank()) {
            throw new InvalidDocument("", "the document is empty");
        }
        Object root;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            root = JsonTree.read(parser);
        } catch (JacksonException e) {
            throw SyntaxError.of(text, e);
        }
        if (!(root instanceof Map<?, ?> object)) {
            throw new InvalidDocument("", "the document is not an object in { }");
        }
        return new Section(place, object, new LinkedHashMap<>());
    }
}
