package org.migrationmodes.source;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.PublicKeys;

/** Reads published flags, with the keys that the configuration names at the time. */
final class PublishedParser implements DocumentParser<Published> {
    private final Supplier<PublicKeys> keys;
    private final Supplier<Moment> clock;

    PublishedParser(Supplier<PublicKeys> keys, Supplier<Moment> clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Published parse(String text, @Nullable Published previous) throws InvalidDocument {
        return Published.read(text, previous, keys.get(), clock.get().later());
    }

    @Override
    public Published parseFromElsewhere(String text, Published previous) throws InvalidDocument {
        // Who has the key is the same publisher at any address. Without a key each address counts for itself.
        return parse(text, previous.isChecked() && !keys.get().isEmpty() ? previous : null);
    }

    @Override
    public Published parseAgain(String text, Instant accepted) throws InvalidDocument {
        return Published.read(text, null, keys.get(), accepted);
    }

    @Override
    public @Nullable Published counted(String text) {
        try {
            return Published.read(text, null, PublicKeys.NONE, Instant.MIN);
        } catch (InvalidDocument e) {
            return null;
        }
    }

    @Override
    public void recheck(Published published) throws InvalidDocument {
        published.refuseExpired(clock.get().later());
    }

    @Override
    public Published doubted(Published published) {
        return published.openingNothingAfter(clock.get().earlier());
    }
}
