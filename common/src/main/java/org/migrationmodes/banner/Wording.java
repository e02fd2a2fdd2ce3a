package org.migrationmodes.banner;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The built-in words of one plugin, in all its languages. Immutable. */
public final class Wording {
    private static final String LANGUAGES = "languages";

    private final Words english;
    private final Map<String, Words> byTag;

    private Wording(Words english, Map<String, Words> byTag) {
        this.english = english;
        this.byTag = byTag;
    }

    /**
     * Reads {@code messages.properties}, which is English, and {@code messages_<tag>.properties} of each language that it
     * names.
     *
     * @param home a class of the plugin, beside which they lie
     * @return the words
     * @throws IllegalStateException if one of the files is missing
     */
    public static Wording beside(Class<?> home) {
        Map<String, String> words = read(home, "messages.properties");
        String languages = words.getOrDefault(LANGUAGES, "").strip();
        words.remove(LANGUAGES);
        Words english = new Words("en", words, null);
        Map<String, Words> byTag = new LinkedHashMap<>();
        byTag.put(english.language(), english);
        for (String tag : languages.isEmpty() ? new String[0] : languages.split(" +")) {
            byTag.put(
                    tag.toLowerCase(Locale.ROOT),
                    new Words(tag, read(home, "messages_" + tag + ".properties"), english));
        }
        return new Wording(english, Collections.unmodifiableMap(byTag));
    }

    /**
     * The words for a visitor, by lookup (RFC 4647, section 3.4).
     *
     * @param wanted the tags to look for, as of {@link AcceptLanguage#parse}
     * @return English if there is none of them
     */
    public Words in(List<String> wanted) {
        for (String tag : wanted) {
            Words words = byTag.get(tag);
            if (words != null) {
                return words;
            }
        }
        return english;
    }

    /**
     * The words in each language.
     *
     * @return English first
     */
    public Collection<Words> all() {
        return byTag.values();
    }

    private static Map<String, String> read(Class<?> home, String name) {
        Properties words = new Properties();
        try (InputStream in = home.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + home.getName());
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byKey = new LinkedHashMap<>();
        words.stringPropertyNames().forEach(key -> byKey.put(key, words.getProperty(key)));
        return byKey;
    }
}
