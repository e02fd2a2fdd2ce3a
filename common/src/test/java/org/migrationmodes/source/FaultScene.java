package org.migrationmodes.source;

import java.util.List;
import org.migrationmodes.flag.Mode;

/** A server that is frozen, and meets one fault; then the fault ends, and the flag says {@code normal}. */
interface FaultScene extends AutoCloseable {
    /** Until the server runs and is frozen. */
    void freeze();

    /** Until the server has met the fault more than once. */
    void happen();

    /** Until the server may know that all is well. */
    void end();

    Mode mode();

    /** What was logged so far, with names in braces in place of what differs from run to run. */
    List<String> log();

    @Override
    void close();
}
