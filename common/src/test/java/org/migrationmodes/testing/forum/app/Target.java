package org.migrationmodes.testing.forum.app;

import java.util.regex.Pattern;

/** The module and the action that a request names. Only letters count: {@code insert_S-a.ve!} is insertSave. */
record Target(String module, String action) {
    private static final Pattern NON_LETTERS = Pattern.compile("[^A-Za-z]");

    Target {
        module = NON_LETTERS.matcher(module).replaceAll("");
        action = NON_LETTERS.matcher(action).replaceAll("");
    }

    @Override
    public String toString() {
        return module + "." + action;
    }
}
