package org.migrationmodes.banner;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Hosts of all manners. */
final class FuzzVisits implements ArbitrarySupplier<FuzzVisit> {

    @Override
    public Arbitrary<FuzzVisit> get() {
        Arbitrary<FuzzBody> bodies = bodies();
        return Combinators.combine(bodies.optional(0.3), Arbitraries.of(false, true), bodies)
                .as((before, headersToo, body) -> new FuzzVisit(
                        before.map(first -> headersToo ? first : sameHeaders(first, body)), headersToo, body));
    }

    /** Only with its headers does a container take back which of writer and stream was asked for. */
    private static FuzzBody sameHeaders(FuzzBody first, FuzzBody second) {
        FuzzPage page = first.page();
        FuzzPage as = new FuzzPage(
                second.page().mediaType(),
                second.page().charset(),
                second.page().declared(),
                page.fragments());
        return new FuzzBody(
                as, second.characters(), first.told(), first.tooMuch(), first.flushedFirst(), first.steps());
    }

    private static Arbitrary<FuzzBody> bodies() {
        Arbitrary<Integer> tooMuch = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(0)),
                Tuple.of(2, Arbitraries.integers().between(-300, -1)),
                Tuple.of(1, Arbitraries.integers().between(1, 300)));
        return Combinators.combine(
                        new FuzzPages().get(),
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, true),
                        tooMuch,
                        Arbitraries.of(true, false, false, false, false, false),
                        steps().list().ofMinSize(1).ofMaxSize(8))
                .as(FuzzBody::new);
    }

    private static Arbitrary<FuzzBody.Step> steps() {
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(1)),
                Tuple.of(6, Arbitraries.integers().between(1, 60)),
                Tuple.of(1, Arbitraries.integers().between(61, 9000)));
        return Combinators.combine(
                        sizes,
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.frequency(Tuple.of(18, 2), Tuple.of(1, 1), Tuple.of(1, 0)))
                .as(FuzzBody.Step::new);
    }
}
