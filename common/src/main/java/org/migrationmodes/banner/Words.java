package org.migrationmodes.banner;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Texts;

/** The built-in words of one plugin in one language. Immutable. */
public final class Words {
    private final String language;
    private final Map<String, String> byKey;
    private final @Nullable Words others;

    Words(String language, Map<String, String> byKey, @Nullable Words others) {
        this.language = language;
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
     * A time as this language writes it, in UTC, and saying so. The names of the months are in the file: those of the JDK
     * depend on its modules and on {@code java.locale.providers}.
     *
     * @param instant the time
     * @return with the digits of ASCII
     */
    public String time(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return of("time")
                .replace("{day}", Integer.toString(time.getDayOfMonth()))
                .replace("{month}", of("months").split(" ", -1)[time.getMonthValue() - 1])
                .replace("{year}", Integer.toString(time.getYear()))
                .replace("{hour}", twoDigits(time.getHour()))
                .replace("{minute}", twoDigits(time.getMinute()));
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

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
