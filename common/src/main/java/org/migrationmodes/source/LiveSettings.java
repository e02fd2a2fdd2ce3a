package org.migrationmodes.source;

import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;

/** A part of the software that has settings in the configuration file. */
@FunctionalInterface
public interface LiveSettings {
    /**
     * Reads the settings of a new file, and changes nothing yet: the file is accepted by all parts or by none.
     *
     * @param configuration the file's outermost object
     * @return makes the settings hold; must not throw
     * @throws InvalidDocument if one of them is wrong
     */
    Runnable prepare(Section configuration) throws InvalidDocument;
}
