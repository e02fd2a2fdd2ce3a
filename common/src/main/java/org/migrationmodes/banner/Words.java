package org.migrationmodes.banner;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Texts;

/** The built-in words of one plugin in one language. Immutable. */
public final class Words {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** English without a country is American, where the month comes first. */
    private static final Map<String, String> ORDER_OF = Map.of("en", "en-GB");

    private final String language;
    private final DateTimeFormatter date;
    private final Map<String, String> byKey;
    private final @Nullable Words others;

    Words(String language, Map<String, String> byKey, @Nullable Words others) {
        this.language = language;
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(ORDER_OF.getOrDefault(language, language)));
        this.byKey = Map.copyOf(byKey);
        this.others = others;
    }

    /**
     * The words for a key.
     *
     * @param key as in the file
     * @return plain text, in English where this language has none
     * @throws IllegalArgumentException if English has none either
     */
    public String of(String key) {
        return text(key).text();
    }

    /**
     * The words for a key, and their language.
     *
     * @param key as in the file
     * @return in English where this language has none
     * @throws IllegalArgumentException if English has none either
     */
    public Texts.Text text(String key) {
        String text = byKey.get(key);
        if (text != null) {
            return new Texts.Text(language, text);
        }
        if (others == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return others.text(key);
    }

    /**
     * A time as this language writes it, in UTC, and saying so.
     *
     * @param instant the time
     * @return with the names of months of the JVM's locale data, and the digits of ASCII
     */
    public String time(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return of("time").replace("{date}", date.format(time)).replace("{hour}", HOUR.format(time));
    }

    /**
     * The language of the words.
     *
     * @return a BCP 47 tag, for the markup's {@code lang}
     */
    public String language() {
        return language;
    }

    /**
     * What this language has words for itself.
     *
     * @return the keys
     */
    public Set<String> keys() {
        return byKey.keySet();
    }
}
