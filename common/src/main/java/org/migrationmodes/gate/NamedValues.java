package org.migrationmodes.gate;

import java.util.List;

/** Parameters, wherever they come from. */
interface NamedValues {
    /** What a condition finds among them, as {@link Condition#FITTING} and {@link Condition#OTHER}; 0 if it finds none. */
    int look(Condition condition);

    /** All values of that name. */
    List<String> values(String name);
}
