package org.migrationmodes.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured in {@link Rounds}.
 *
 * @param all the figures of each thing, round by round
 */
public record Figures(Map<String, List<Double>> all) {
    /** How far two measurements of the same thing may lie apart before nothing that was measured with them is believed. */
    private static final double STRAY = 0.03;

    /** The same thing, measured as if it were two, differs. */
    public static final class StrayedException extends IllegalStateException {
        private static final long serialVersionUID = 1;

        StrayedException(String message) {
            super(message);
        }
    }

    /**
     * The median of a thing's figures.
     *
     * @param name of the thing
     * @return the median
     */
    public double median(String name) {
        return quantile(of(name), 0.5);
    }

    /**
     * The greatest of a thing's figures.
     *
     * @param name of the thing
     * @return the greatest
     */
    public double greatest(String name) {
        return quantile(of(name), 1);
    }

    /**
     * The median of the ratios within each round.
     *
     * @param name of the thing
     * @param base the name of the thing that is 1
     * @return the ratio
     */
    public double ratio(String name, String base) {
        return quantile(ratios(name, base), 0.5);
    }

    /**
     * The ratio as it is told.
     *
     * @param name of the thing
     * @param base the name of the thing that is 1
     * @return the median, and between which two the middle half of the rounds lies: "0.98 (0.97-0.99)"
     */
    public String ratioAndSpread(String name, String base) {
        List<Double> ratios = ratios(name, base);
        return String.format(
                Locale.ROOT, "%.2f (%.2f-%.2f)", quantile(ratios, 0.5), quantile(ratios, 0.25), quantile(ratios, 0.75));
    }

    /**
     * Believes nothing if the same thing, measured as if it were two, differs.
     *
     * @param name of the thing
     * @param again the name of the same thing, measured once more
     * @throws StrayedException if the two stray
     */
    public void control(String name, String again) {
        double ratio = ratio(again, name);
        if (Math.abs(ratio - 1) > STRAY) {
            throw new StrayedException("The control strays: \"" + again + "\" is " + ratioAndSpread(again, name)
                    + " of \"" + name + "\", though they are the same; is anything else running?");
        }
    }

    private List<Double> ratios(String name, String base) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < of(name).size(); round++) {
            ratios.add(of(name).get(round) / of(base).get(round));
        }
        return ratios;
    }

    private List<Double> of(String name) {
        List<Double> figures = all.get(name);
        if (figures == null) {
            throw new IllegalArgumentException("\"" + name + "\" was not measured");
        }
        return figures;
    }

    private static double quantile(List<Double> figures, double share) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
