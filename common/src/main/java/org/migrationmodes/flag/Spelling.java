package org.migrationmodes.flag;

import java.util.Collection;

/** Finds the word that somebody meant. */
final class Spelling {
    private static final int MOST_SLIPS = 2;

    private Spelling() {}

    static String hint(String word, Collection<String> known) {
        String best = "";
        int fewest = MOST_SLIPS + 1;
        for (String candidate : known) {
            int slips = distance(word, candidate);
            if (slips < fewest && slips < candidate.length()) {
                fewest = slips;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : "; did you mean \"" + best + "\"?";
    }

    /** Edits (insert, delete, replace) from one word to the other, case aside. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replace = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
