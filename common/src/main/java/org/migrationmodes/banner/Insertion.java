package org.migrationmodes.banner;

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
    /** None before the body of a page has begun. */
    private @Nullable BannerInjector injector;

    private byte[] markup = NONE;

    /**
     * Has seen nothing of the body.
     *
     * @param source makes the banner for the policies that the page states in its head
     * @param bound how far the body tag is looked for
     */
    Insertion(Function<List<String>, byte[]> source, int bound) {
        this.source = source;
        this.bound = bound;
    }

    /** The body of a page begins. */
    void begin(boolean xml, PageEncoding encoding) {
        injector = new BannerInjector(xml, encoding, bound);
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
        return found(looking, looking.scan(bytes, off, len));
    }

    /** As {@link #scan(byte[], int, int)}. */
    int scan(CharSequence text, int off, int len) {
        BannerInjector looking = looking();
        return found(looking, looking.scan(text, off, len));
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
