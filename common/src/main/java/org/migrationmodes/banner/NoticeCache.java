package org.migrationmodes.banner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;

/**
 * What is made of the notices of one flag, made once for each choice of languages. Which of them a visitor gets is told by
 * a header that is his to write, so there is a bound to what is kept. Thread-safe.
 *
 * @param <T> what is made
 */
public final class NoticeCache<T> {
    /** By what visitors' headers choose, which is less than what they may say; no more than this many are kept. */
    private static final int MOST_CHOICES = 100;
    /** Browsers say it in so many ways; no more than this many are kept, and none that is longer than theirs. */
    private static final int MOST_SPELLINGS = 1000;

    private static final int LONGEST_SPELLING = 200;

    private final Flag flag;
    private final Wording wording;
    private final boolean preview;
    private final Function<Notice, T> maker;
    private final Cache<List<String>, T> byLanguages = withRoomFor(MOST_CHOICES);
    private final Cache<String, T> bySpelling = withRoomFor(MOST_SPELLINGS);

    /**
     * Makes an empty one.
     *
     * @param flag what holds
     * @param wording the built-in words
     * @param preview whether the flag does not hold and only the reader sees it
     * @param maker makes the same of notices that say the same
     */
    public NoticeCache(Flag flag, Wording wording, boolean preview, Function<Notice, T> maker) {
        this.flag = flag;
        this.wording = wording;
        this.preview = preview;
        this.maker = maker;
    }

    private static <K, V> Cache<K, V> withRoomFor(int most) {
        // The common pool's threads would keep our class loader alive.
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /**
     * What is made for one visitor.
     *
     * @param acceptLanguage the request's header
     * @return perhaps what others got
     */
    public T get(@Nullable String acceptLanguage) {
        String spelling = acceptLanguage == null ? "" : acceptLanguage;
        return spelling.length() > LONGEST_SPELLING ? choose(spelling) : bySpelling.get(spelling, this::choose);
    }

    private T choose(String acceptLanguage) {
        Notice notice = notice(acceptLanguage);
        // without words there is nothing to choose
        List<String> chosen = flag.mode() == Mode.NORMAL ? List.of() : notice.languages();
        return byLanguages.get(chosen, languages -> maker.apply(notice));
    }

    /**
     * The notice itself.
     *
     * @param acceptLanguage the request's header
     * @return a new one
     */
    public Notice notice(@Nullable String acceptLanguage) {
        return new Notice(flag, wording, AcceptLanguage.parse(acceptLanguage), preview);
    }
}
