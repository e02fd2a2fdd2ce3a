package org.migrationmodes.gate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Names and all their values, as they stand in a query string or an urlencoded body (WHATWG URL, section 5.1). */
final class Parameters implements NamedValues {
    static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Parses what a form or a link sends.
     *
     * @param encoded characters that stand for bytes each, as in ISO-8859-1
     */
    static Parameters parse(String encoded, Charset charset) {
        if (encoded.isEmpty()) {
            return NONE;
        }
        Parameters parameters = new Parameters(new LinkedHashMap<>());
        int start = 0;
        while (start <= encoded.length()) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            if (end > start) {
                int equals = encoded.indexOf('=', start);
                boolean named = equals >= 0 && equals < end;
                parameters.add(
                        decode(encoded.substring(start, named ? equals : end), charset),
                        named ? decode(encoded.substring(equals + 1, end), charset) : "");
            }
            start = end + 1;
        }
        return parameters;
    }

    static Parameters of(String name, String value) {
        Parameters parameters = new Parameters(new LinkedHashMap<>());
        parameters.add(name, value);
        return parameters;
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, missing -> new ArrayList<>(1)).add(value);
    }

    /** These and those; neither is changed. */
    Parameters and(Parameters others) {
        if (others.values.isEmpty() || values.isEmpty()) {
            return values.isEmpty() ? others : this;
        }
        Parameters all = new Parameters(new LinkedHashMap<>());
        values.forEach((name, list) -> list.forEach(value -> all.add(name, value)));
        others.values.forEach((name, list) -> list.forEach(value -> all.add(name, value)));
        return all;
    }

    /** These, whose characters stand for a byte each, as the text that the bytes are in UTF-8. */
    Parameters inUtf8() {
        if (values.isEmpty()) {
            return this;
        }
        Parameters texts = new Parameters(new LinkedHashMap<>());
        values.forEach((name, list) -> list.forEach(value -> texts.add(inUtf8(name), inUtf8(value))));
        return texts;
    }

    private static String inUtf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** These with the values of some names changed. */
    Parameters with(Set<String> names, UnaryOperator<String> change) {
        if (names.stream().noneMatch(values::containsKey)) {
            return this;
        }
        Parameters changed = new Parameters(new LinkedHashMap<>());
        values.forEach((name, list) ->
                list.forEach(value -> changed.add(name, names.contains(name) ? change.apply(value) : value)));
        return changed;
    }

    @Override
    public int look(Condition condition) {
        if (values.isEmpty()) {
            return 0;
        }
        Glob name = condition.name();
        if (name.isLiteral()) {
            return look(condition, values(name.toString()));
        }
        int seen = 0;
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            seen |= name.matches(entry.getKey()) ? look(condition, entry.getValue()) : 0;
        }
        return seen;
    }

    private static int look(Condition condition, List<String> named) {
        int seen = 0;
        for (String value : named) {
            seen |= condition.see(value);
        }
        return seen;
    }

    @Override
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    Map<String, List<String>> all() {
        return values;
    }

    /** A host may stumble over a broken escape or skip it; for judging, what is left of it stays as it is. */
    static String decode(String text, Charset charset) {
        byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return new String(raw, charset);
        }
        byte[] decoded = new byte[raw.length];
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            byte b = raw[i];
            int escaped = b == '%' && i + 2 < raw.length ? escaped(raw[i + 1], raw[i + 2]) : -1;
            if (escaped >= 0) {
                i += 2;
                b = (byte) escaped;
            } else if (b == '+') {
                b = ' ';
            }
            decoded[length++] = b;
        }
        return new String(decoded, 0, length, charset);
    }

    /** The byte that two hexadecimal digits tell, or a negative number. */
    private static int escaped(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : (first << 4) | second;
    }
}
