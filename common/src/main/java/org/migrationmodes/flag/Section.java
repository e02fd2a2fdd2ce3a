package org.migrationmodes.flag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object while it is read. It remembers which keys were asked for, so that at the end the ones that nobody knows
 * can be warned of. Not thread-safe.
 */
public final class Section {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9@$_-]+");
    private static final int MOST_WARNINGS = 20;
    private static final int SHOWN = 140;

    private final String place;
    private final Map<?, ?> object;
    private final Map<String, Section> opened;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String place, Map<?, ?> object, Map<String, Section> opened) {
        this.place = place;
        this.object = object;
        this.opened = opened;
        opened.put(place, this);
    }

    /**
     * Parses a document: JSON with comments and trailing commas allowed.
     *
     * @param text the document, without a byte order mark
     * @return its outermost object
     * @throws InvalidDocument if it is no JSON, or not an object
     */
    public static Section parse(String text) throws InvalidDocument {
        return JsonText.parse("", text);
    }

    /** Parses a document that is part of another one: all places in it begin with its own. */
    static Section parse(String place, String text) throws InvalidDocument {
        try {
            return JsonText.parse(place, text);
        } catch (InvalidDocument e) {
            throw new InvalidDocument(place, e.getMessage());
        }
    }

    /**
     * The value of a key.
     *
     * @param key the key, from now on a known one
     * @return null if the key is missing; a value of null is a value, which no reading accepts
     */
    public @Nullable Value value(String key) {
        asked.add(key);
        Object value = object.get(key);
        return value == null ? null : new Value(place(key), value, opened);
    }

    /**
     * The value of a key that must be there.
     *
     * @param key the key
     * @return its value
     * @throws InvalidDocument if it is missing
     */
    public Value required(String key) throws InvalidDocument {
        Value value = value(key);
        if (value == null) {
            throw new InvalidDocument(place(key), "missing");
        }
        return value;
    }

    /**
     * The keys that stand in the object.
     *
     * @return in the order of the document
     */
    public List<String> keys() {
        return object.keySet().stream().map(Object::toString).toList();
    }

    /**
     * The error for this object as a whole.
     *
     * @param problem what is wrong
     * @return to be thrown
     */
    public InvalidDocument invalid(String problem) {
        return new InvalidDocument(place, problem);
    }

    /**
     * One warning for each key, here or in an object within, that nobody asked for.
     *
     * @return sentences for the log, not more than can be read
     */
    public List<String> unknownKeys() {
        List<String> warnings = new ArrayList<>();
        for (Section section : List.copyOf(opened.values())) {
            for (String key : section.keys()) {
                if (!section.asked.contains(key)) {
                    warnings.add(section.place(key) + ": unknown key, ignored" + Spelling.hint(key, section.asked));
                }
            }
        }
        if (warnings.size() <= MOST_WARNINGS) {
            return warnings;
        }
        List<String> first = new ArrayList<>(warnings.subList(0, MOST_WARNINGS));
        first.add((warnings.size() - MOST_WARNINGS) + " more unknown keys, ignored");
        return first;
    }

    /** A key of other characters is quoted: it stays one line, and two places never read the same. */
    private String place(String key) {
        if (PLAIN_KEY.matcher(key).matches() && key.length() <= SHOWN) {
            return place.isEmpty() ? key : place + "." + key;
        }
        String shown = key.length() > SHOWN ? key.substring(0, SHOWN) + "…" : key;
        return place + "[" + JsonText.writeValue(shown) + "]";
    }
}
