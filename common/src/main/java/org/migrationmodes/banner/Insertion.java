package org.migrationmodes.banner;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where in one body the banner goes, and what it is: it depends on what the page says of itself before that place. Not
 * thread-safe.
 */
final class Insertion {

    private static final byte[] NONE = {};

    private final Function<List<String>, byte[]> source;
    private final int bound;
    private final HeadMemory heads;
    /** None before the body of a page has begun. */
    private @Nullable BannerInjector injector;

    private KnownHead.@Nullable Trail trail;
    private byte[] markup = NONE;

    /**
     * Has seen nothing of the body.
     *
     * @param source makes the banner for the policies that the page states in its head
     * @param bound how far the body tag is looked for
     * @param heads of other pages
     */
    Insertion(Function<List<String>, byte[]> source, int bound, HeadMemory heads) {
        this.source = source;
        this.bound = bound;
        this.heads = heads;
    }

    /** Nothing goes in, and nothing is looked at. */
    static Insertion none() {
        return new Insertion(metas -> NONE, 0, new HeadMemory());
    }

    /** The body of a page begins. */
    void begin(boolean xml, PageEncoding encoding) {
        trail = heads.trail();
        injector = new BannerInjector(xml, encoding, bound, trail);
        markup = render(List.of());
    }

    /** There is no body any more. */
    void reset() {
        markup = NONE;
    }

    /** Whether there may be a banner, as far as is known. */
    boolean isPossible() {
        return markup.length > 0 && injector != null && !injector.givenUp();
    }

    /**
     * Looks for the body tag in the next piece.
     *
     * @return where in the piece the banner goes, or -1
     */
    int scan(byte[] bytes, int off, int len) {
        BannerInjector looking = looking();
        int at = looking.scan(bytes, off, len);
        if (isStrange(looking, at - off)) {
            heads.take(Arrays.copyOfRange(bytes, off, at));
        }
        return found(looking, at);
    }

    /** As {@link #scan(byte[], int, int)}. */
    int scan(CharSequence text, int off, int len) {
        BannerInjector looking = looking();
        int at = looking.scan(text, off, len);
        if (isStrange(looking, at - off)) {
            heads.take(NarrowText.of(text, off, at));
        }
        return found(looking, at);
    }

    /** Whether a head that began with this piece, and ended in it, should be known. */
    private boolean isStrange(BannerInjector looking, int length) {
        return looking.found() && looking.read() == length && heads.wants(length, spared());
    }

    /** How much of the head was known. */
    int spared() {
        return trail == null ? 0 : trail.followed();
    }

    private int found(BannerInjector looking, int at) {
        List<String> policies = at < 0 ? List.of() : looking.policies();
        if (!policies.isEmpty()) {
            markup = render(policies);
        }
        return isPossible() ? at : -1;
    }

    /** Whether a byte of the page is half a character. */
    boolean isWide() {
        return injector != null && injector.isWide();
    }

    /** The banner in ASCII, known once its place is found. */
    byte[] markup() {
        return markup;
    }

    /** The banner as bytes of this page, as {@link #markup}. */
    byte[] encoded() {
        return looking().encode(markup);
    }

    private BannerInjector looking() {
        return Objects.requireNonNull(injector, "no body has begun");
    }

    private byte[] render(List<String> policies) {
        try {
            return source.apply(policies);
        } catch (RuntimeException e) {
            System.getLogger(Insertion.class.getName())
                    .log(System.Logger.Level.WARNING, "No banner: it could not be rendered", e);
            return NONE;
        }
    }
}
