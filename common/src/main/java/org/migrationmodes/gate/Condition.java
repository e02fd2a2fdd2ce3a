package org.migrationmodes.gate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Value;

/**
 * What a route asks of a parameter. All values count, wherever they came from: for a write one that fits is enough, and
 * what cannot be seen fits; for anything else there must be one that the host is sure to see, and all must fit.
 *
 * @param name of the parameter; may be a pattern
 * @param values the patterns of which a value must match one; empty if the parameter must be missing
 * @param lettersOnly whether the host sees no more of a value than its letters
 */
record Condition(Glob name, List<Glob> values, boolean lettersOnly) {
    private static final Glob ANY = new Glob("**");

    static Condition read(String name, Value value) throws InvalidDocument {
        if (value.isBoolean()) {
            return new Condition(new Glob(name), value.truth() ? List.of(ANY) : List.of(), false);
        }
        return new Condition(
                new Glob(name),
                value.texts().stream()
                        .map(text -> text.equals("*") ? ANY : new Glob(text))
                        .toList(),
                false);
    }

    boolean mustBeMissing() {
        return values.isEmpty();
    }

    /** For a write: does any value fit, in what is known or in the body? */
    boolean fitsAny(Parameters known, FormBody body) throws IOException {
        if (mustBeMissing()) {
            return named(known).findAny().isEmpty()
                    && (body.isHidden()
                            || !body.reachesParameters()
                            || named(body.parameters()).findAny().isEmpty());
        }
        return named(known).anyMatch(this::fits)
                || body.isHidden()
                || named(body.parameters()).anyMatch(this::fits);
    }

    /** For anything else: do all values fit? */
    boolean fitsAll(Parameters known, FormBody body) throws IOException {
        if (mustBeMissing()) {
            return isMissing(known, body);
        }
        if (!named(known).allMatch(this::fits) || body.isHidden()) {
            return false;
        }
        List<String> inBody = named(body.parameters()).toList();
        return inBody.stream().allMatch(this::fits)
                && (named(known).findAny().isPresent() || (body.reachesParameters() && !inBody.isEmpty()));
    }

    /** For the banner: do all values of the query fit? The body is left alone. */
    boolean fitsQuery(Parameters known) {
        return mustBeMissing() == named(known).findAny().isEmpty()
                && named(known).allMatch(this::fits);
    }

    private boolean isMissing(Parameters known, FormBody body) throws IOException {
        return named(known).findAny().isEmpty()
                && !body.isHidden()
                && named(body.parameters()).findAny().isEmpty();
    }

    private Stream<String> named(Parameters parameters) {
        return parameters.all().entrySet().stream()
                .filter(entry -> name.matches(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream());
    }

    private boolean fits(String value) {
        String seen = lettersOnly ? letters(value) : value;
        return values.stream().anyMatch(pattern -> pattern.matches(seen));
    }

    private static String letters(String value) {
        StringBuilder letters = new StringBuilder(value.length());
        value.chars()
                .filter(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** The same for a host that sees of these parameters no more than the letters. */
    Condition withLettersOnly(Set<String> names) {
        return new Condition(name, values, names.contains(name.toString()));
    }
}
