package org.migrationmodes.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several things in turn, round after round, so that whatever else the machine does falls on all of them. They are
 * compared within each round, and of the rounds the median counts.
 */
public final class Rounds {
    /** Fewer are for trying something out. */
    private static final int TOLD = 9;

    private static final int ATTEMPTS = 3;

    private final List<Thing> things = new ArrayList<>();
    private final int rounds;

    /** One measurement; a greater number need not be a better one. */
    @FunctionalInterface
    public interface Measurement {
        /**
         * Measures once.
         *
         * @return the figure
         * @throws IOException if it cannot be measured
         * @throws InterruptedException if somebody is tired of waiting
         */
        double once() throws IOException, InterruptedException;
    }

    private record Thing(String name, Measurement measurement, List<Double> figures) {}

    /**
     * How often each thing is measured.
     *
     * @param rounds at least 9 for figures that are told
     */
    public Rounds(int rounds) {
        this.rounds = rounds;
    }

    /**
     * Adds a thing to measure.
     *
     * @param name of its figures
     * @param measurement measures it once
     * @return this
     */
    public Rounds with(String name, Measurement measurement) {
        things.add(new Thing(name, measurement, new ArrayList<>()));
        return this;
    }

    /**
     * Measures all things, and once more if the control strays, and a third time. Where there are too few rounds for figures
     * that are told, the control is not looked at.
     *
     * @param name of a thing
     * @param again the name of the same thing, measured as if it were another
     * @return what was measured
     * @throws IOException from a measurement
     * @throws InterruptedException from a measurement
     * @throws Figures.StrayedException if the control strays each time
     */
    public Figures runControlled(String name, String again) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Figures figures = run();
            try {
                if (rounds >= TOLD) {
                    figures.control(name, again);
                }
                return figures;
            } catch (Figures.StrayedException strayed) {
                System.out.println(strayed.getMessage());
                if (attempt == ATTEMPTS) {
                    throw strayed;
                }
            }
        }
    }

    /**
     * Measures all things, after one round that does not count.
     *
     * @return what was measured
     * @throws IOException from a measurement
     * @throws InterruptedException from a measurement
     */
    public Figures run() throws IOException, InterruptedException {
        List<Thing> order = new ArrayList<>(things);
        things.forEach(thing -> thing.figures().clear());
        for (int round = 0; round <= rounds; round++) {
            for (Thing thing : order) {
                double figure = thing.measurement().once();
                if (round > 0) {
                    thing.figures().add(figure);
                }
            }
            // forth and back, lest one of them always follows the same neighbour
            Collections.reverse(order);
        }
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        things.forEach(thing -> figures.put(thing.name(), List.copyOf(thing.figures())));
        return new Figures(figures);
    }
}
