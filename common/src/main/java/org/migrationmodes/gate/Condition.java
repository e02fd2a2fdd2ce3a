package org.migrationmodes.gate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
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
    /** There is a value that fits. */
    static final int FITTING = 1;
    /** There is a value that does not. */
    static final int OTHER = 2;

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
    boolean fitsAny(NamedValues known, FormBody body) throws IOException {
        int seen = known.look(this);
        if (mustBeMissing()) {
            return seen == 0
                    && (body.isHidden()
                            || !body.reachesParameters()
                            || body.parameters().look(this) == 0);
        }
        return (seen & FITTING) != 0 || body.isHidden() || (body.parameters().look(this) & FITTING) != 0;
    }

    /** For anything else: do all values fit? */
    boolean fitsAll(NamedValues known, FormBody body) throws IOException {
        int seen = known.look(this);
        if (mustBeMissing()) {
            return seen == 0 && !body.isHidden() && body.parameters().look(this) == 0;
        }
        if ((seen & OTHER) != 0 || body.isHidden()) {
            return false;
        }
        int inBody = body.parameters().look(this);
        return (inBody & OTHER) == 0 && (seen != 0 || (body.reachesParameters() && inBody != 0));
    }

    /** For the banner: do all values of the query fit? The body is left alone. */
    boolean fitsQuery(NamedValues known) {
        return known.look(this) == (mustBeMissing() ? 0 : FITTING);
    }

    /** What a value is to this condition: {@link #FITTING} or {@link #OTHER}. */
    int see(String value) {
        return see(value, 0, value.length());
    }

    /** As {@link #see(String)}, for a part of a text. */
    int see(String text, int from, int to) {
        if (lettersOnly && !isLetters(text, from, to)) {
            return see(letters(text, from, to));
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).matches(text, from, to)) {
                return FITTING;
            }
        }
        return OTHER;
    }

    /** Whether a part of a text is what {@link #lettersOnly} leaves of it. */
    static boolean isLetters(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static String letters(String text, int from, int to) {
        StringBuilder letters = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (isLetter(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }

    /** The same for a host that sees of these parameters no more than the letters. */
    Condition withLettersOnly(Set<String> names) {
        return new Condition(name, values, names.contains(name.toString()));
    }
}
