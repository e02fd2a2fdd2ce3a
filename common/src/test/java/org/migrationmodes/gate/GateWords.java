package org.migrationmodes.gate;

/** Beside it lie the words that the tests of banner and gate speak. */
public final class GateWords {
    private GateWords() {}
}
