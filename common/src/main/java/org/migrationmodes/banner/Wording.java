package org.migrationmodes.banner;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The built-in words of one plugin. Immutable. */
public final class Wording {
    private final Locale locale;
    private final Properties words;

    private Wording(Locale locale, Properties words) {
        this.locale = locale;
        this.words = words;
    }

    /**
     * Reads the English words, {@code messages.properties} beside a class.
     *
     * @param beside a class of the plugin
     * @return the words
     * @throws IllegalStateException if the plugin has none
     */
    public static Wording english(Class<?> beside) {
        Properties words = new Properties();
        try (InputStream in = beside.getResourceAsStream("messages.properties")) {
            if (in == null) {
                throw new IllegalStateException("no messages.properties beside " + beside.getName());
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(Locale.ENGLISH, words);
    }

    /**
     * The words for a key.
     *
     * @param key as in the file
     * @return plain text
     * @throws IllegalArgumentException if the file has no such key
     */
    public String of(String key) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return text;
    }

    /**
     * The language of the words.
     *
     * @return for dates, and for the markup's {@code lang}
     */
    public Locale locale() {
        return locale;
    }
}
