package org.migrationmodes.gate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.NoticeCache;
import org.migrationmodes.flag.Flag;

/** What is said by one flag to those whom it refuses, and its pages, made once for many. Thread-safe. */
final class RefusalPages {
    private final Flag flag;
    private final boolean script;
    private final PageSetup setup;
    private final NoticeCache<Map<Verdict, RefusalPage>> pages;

    /**
     * Makes none yet.
     *
     * @param preview whether the flag does not hold and only the asker sees it
     */
    RefusalPages(Flag flag, boolean preview, PageSetup setup) {
        this.flag = flag;
        this.script = setup.banner().script();
        this.setup = setup;
        this.pages = new NoticeCache<>(flag, setup.wording(), preview, this::pages);
    }

    private Map<Verdict, RefusalPage> pages(Notice notice) {
        Map<Verdict, RefusalPage> byVerdict = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            byVerdict.put(verdict, new RefusalPage(new Refusal(flag, verdict, notice), setup.folder(), script));
        }
        return byVerdict;
    }

    /** Whether these are still the pages by which a flag refuses, under the settings of now. */
    // A flag that is equal and not the same only makes its pages once more.
    @SuppressWarnings("ReferenceEquality")
    boolean areOf(Flag other) {
        return flag == other && script == setup.banner().script();
    }

    /** The page for what was refused, in words that the visitor reads. */
    RefusalPage page(Verdict verdict, @Nullable String acceptLanguage) {
        return Objects.requireNonNull(pages.get(acceptLanguage).get(verdict));
    }

    /** What there is to say, for those who get no page. */
    Refusal refusal(Verdict verdict, @Nullable String acceptLanguage) {
        return new Refusal(flag, verdict, pages.notice(acceptLanguage));
    }
}
