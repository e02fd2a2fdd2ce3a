package org.migrationmodes.flag;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One JSON value and its place; each reading of it that fails names both. */
public final class Value {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern SECRET = Pattern.compile("^(?:admin(?:\\..*)?|etcd|etcd\\.password\\b.*)$");
    private static final int SHOWN = 80;

    private final String place;
    private final Object read;
    private final Map<String, Section> opened;

    Value(String place, Object read, Map<String, Section> opened) {
        this.place = place;
        this.read = read;
        this.opened = opened;
    }

    /**
     * Where it stands.
     *
     * @return a path such as {@code services.wiki.schedule[1].at}
     */
    public String place() {
        return place;
    }

    /**
     * Whether it is a string, as short forms are.
     *
     * @return false for anything else
     */
    public boolean isText() {
        return read instanceof String;
    }

    /**
     * Whether it is an object.
     *
     * @return false for anything else
     */
    public boolean isObject() {
        return read instanceof Map;
    }

    /**
     * Whether it is {@code true} or {@code false}.
     *
     * @return false for anything else
     */
    public boolean isBoolean() {
        return read instanceof Boolean;
    }

    /**
     * Reads a string.
     *
     * @return the string as it stands
     * @throws InvalidDocument if it is something else
     */
    public String text() throws InvalidDocument {
        if (!(read instanceof String text)) {
            throw invalid("is not a text");
        }
        return text;
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @return the truth value
     * @throws InvalidDocument if it is something else
     */
    public boolean truth() throws InvalidDocument {
        if (!(read instanceof Boolean truth)) {
            throw invalid("is neither true nor false");
        }
        return truth;
    }

    /**
     * Reads a whole number from 0 to 2^53, which every JSON parser keeps exact.
     *
     * @return the number
     * @throws InvalidDocument if it is something else
     */
    public long wholeNumber() throws InvalidDocument {
        // one that is longer is read as another type
        if (!(read instanceof Integer || read instanceof Long)) {
            throw invalid("is not a whole number");
        }
        long number = ((Number) read).longValue();
        if (number < 0 || number > 1L << 53) {
            throw invalid("is not a whole number from 0 to 2^53");
        }
        return number;
    }

    /**
     * Reads an object.
     *
     * @return the same section at each call
     * @throws InvalidDocument if it is something else
     */
    public Section object() throws InvalidDocument {
        if (!(read instanceof Map<?, ?> object)) {
            throw invalid("is not an object in { }");
        }
        Section known = opened.get(place);
        return known != null ? known : new Section(place, object, opened);
    }

    /**
     * Reads a list.
     *
     * @return its values
     * @throws InvalidDocument if it is something else
     */
    public List<Value> list() throws InvalidDocument {
        if (!(read instanceof List<?> list)) {
            throw invalid("is not a list in [ ]");
        }
        List<Value> values = new ArrayList<>();
        for (Object member : list) {
            values.add(new Value(place + "[" + values.size() + "]", member, opened));
        }
        return values;
    }

    /**
     * Reads the name of a service or a site.
     *
     * @return 1 to 64 letters, digits, '.', '_' and '-'
     * @throws InvalidDocument if it is something else
     */
    public String name() throws InvalidDocument {
        String name = textOrNone();
        if (!NAME.matcher(name).matches()) {
            throw invalid("is not a name of up to 64 letters (a-z), digits, '.', '_' and '-'");
        }
        return name;
    }

    /**
     * Reads one text or a list of them.
     *
     * @return at least one
     * @throws InvalidDocument if it is something else, or empty
     */
    public List<String> texts() throws InvalidDocument {
        if (isText()) {
            return List.of(text());
        }
        List<String> texts = new ArrayList<>();
        for (Value value : list()) {
            texts.add(value.text());
        }
        if (texts.isEmpty()) {
            throw invalid("is empty");
        }
        return texts;
    }

    /**
     * Reads a mode's word.
     *
     * @return the mode
     * @throws InvalidDocument if no mode has this word
     */
    public Mode mode() throws InvalidDocument {
        String word = textOrNone();
        return Mode.of(word).orElseThrow(() -> invalid("is not a mode; the modes are " + Mode.words()));
    }

    /**
     * Reads a time: ISO 8601 with an offset.
     *
     * @return the instant
     * @throws InvalidDocument if it is no such time, or has no offset
     */
    public Instant time() throws InvalidDocument {
        Instant time = Times.instant(textOrNone());
        if (time != null) {
            return time;
        }
        throw invalid("is not a time with an offset, such as 2021-02-26T20:00:00Z or 2021-02-26T21:00:00+01:00");
    }

    /**
     * Reads a duration such as {@code "15s"}: a whole number and one of ms, s, m, h.
     *
     * @return longer than zero
     * @throws InvalidDocument if it is something else
     */
    public Duration duration() throws InvalidDocument {
        Duration duration = Times.duration(textOrNone());
        if (duration != null) {
            return duration;
        }
        throw invalid("is not a duration, such as \"15s\" or \"5m\"; the units are ms, s, m and h");
    }

    /**
     * Reads an absolute http or https URL.
     *
     * @return it, in ASCII
     * @throws InvalidDocument if it is something else
     */
    public URI url() throws InvalidDocument {
        return WebUrl.read(this, textOrNone());
    }

    /**
     * The error for this value.
     *
     * @param problem what is wrong, as the end of a sentence that begins with the value
     * @return to be thrown
     */
    public InvalidDocument invalid(String problem) {
        String written = JsonText.writeValue(read);
        String shown = holdsSecret() || Secrets.hasPrivateKey(written) ? "what stands there" : written;
        if (shown.length() > SHOWN) {
            shown = shown.substring(0, SHOWN) + "…";
        }
        return new InvalidDocument(place, shown + " " + problem);
    }

    /** This goes into logs: the admin's token and etcd's password are not for everybody who reads these. */
    private boolean holdsSecret() {
        return SECRET.matcher(place).find();
    }

    /** A text if it is one, else an answer that no reading accepts, so that the reading's own words are said. */
    private String textOrNone() {
        return read instanceof String text ? text : "";
    }
}
