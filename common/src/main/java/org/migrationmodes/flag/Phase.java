package org.migrationmodes.flag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a schedule: from {@code at} on the mode holds, until the next entry's {@code at}.
 *
 * @param at when it begins; {@link Instant#MIN} for a mode that has no begin
 * @param mode what holds
 * @param until when visitors may expect the end; said to them, it ends nothing by itself
 * @param message what visitors are told beside the built-in words; may be {@link Texts#NONE}
 */
public record Phase(Instant at, Mode mode, @Nullable Instant until, Texts message) {
    /** What holds where nothing was said. */
    public static final Phase NORMAL = always(Mode.NORMAL);

    /**
     * A mode that has no begin.
     *
     * @param mode what holds
     * @return the phase
     */
    public static Phase always(Mode mode) {
        return new Phase(Instant.MIN, mode, null, Texts.NONE);
    }
}
