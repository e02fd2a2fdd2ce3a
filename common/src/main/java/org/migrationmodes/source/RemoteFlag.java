package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.PublicKeys;

/**
 * The remote half of a client: who is followed, and what was heard from there. To be called under the client's lock, but for
 * {@link #close}; what a source brings on a thread of its own takes the lock first.
 */
final class RemoteFlag implements AutoCloseable {
    private final Object lock;
    private final FlagKeeper<Configuration> local;
    private final TrustedClock clock;
    private final Function<SourceStatus, Belief> belief;
    private final Runnable heard;
    private final FlagKeeper<Published> keeper;
    private final Following following;

    /**
     * @param local says whom to follow
     * @param belief what this server believes, where the remote source does like this
     * @param heard called whenever something was heard, which may have changed what holds
     */
    RemoteFlag(
            Object lock,
            Timers timers,
            Memory memory,
            FlagKeeper<Configuration> local,
            TrustedClock clock,
            Function<SourceStatus, Belief> belief,
            Runnable heard) {
        this.lock = lock;
        this.local = local;
        this.clock = clock;
        this.belief = belief;
        this.heard = heard;
        this.keeper = new FlagKeeper<>("remote", new PublishedParser(this::keys, clock::now), memory, timers.remote());
        this.following = new Following(timers, Hearing::new);
    }

    FlagKeeper<Published> keeper() {
        return keeper;
    }

    /** Whether nothing is known of what is to be followed. */
    boolean isUnknown(@Nullable Followed followed) {
        return followed != null && !followed.origin().equals(keeper.origin());
    }

    /** Begins, goes on or ends, as the settings say; the first answer is waited for no longer than the given time. */
    void follow(@Nullable Followed followed, Duration patience) {
        if (followed == null) {
            clock.compareWithNobody();
        }
        following.follow(followed, keeper::beginAnew, patience);
    }

    /** Judges what was heard by what the file says now; before, it was obeyed or not. */
    void rejudge(@Nullable Followed followed, @Nullable Configuration before) {
        if (followed != null) {
            keeper.rejudge(followed.origin(), before != null && before.obeys(followed.origin()));
        }
    }

    SourceStatus status() {
        Followed followed = followed();
        Published published = keeper.document();
        Long epoch = published == null ? null : published.document().epoch();
        return followed == null ? SourceStatus.OFF : keeper.status(epoch).of(followed.origin());
    }

    private @Nullable Followed followed() {
        Configuration configuration = local.document();
        return configuration == null ? null : configuration.followed();
    }

    private PublicKeys keys() {
        Followed followed = followed();
        return followed == null ? PublicKeys.NONE : followed.keys();
    }

    /** Hears one remote source, as long as it is the one that is followed. */
    private final class Hearing implements Follower {
        private final Followed from;

        Hearing(Followed from) {
            this.from = from;
        }

        @Override
        public @Nullable Validator validator() {
            synchronized (lock) {
                return keeper.validator(from.origin());
            }
        }

        @Override
        public void heard(Reading reading) {
            synchronized (lock) {
                if (following.isFollowed(from)) {
                    take(reading);
                }
            }
        }

        @Override
        public void dated(Instant there) {
            synchronized (lock) {
                if (!from.sharesClock() && following.isFollowed(from)) {
                    clock.compare(there);
                }
            }
        }

        @Override
        public Belief belief() {
            synchronized (lock) {
                return belief.apply(keeper.status(null));
            }
        }
    }

    private void take(Reading reading) {
        Published published = keeper.offer(reading) ? keeper.document() : null;
        if (published != null) {
            clock.believe();
            keeper.warn(published.warnings());
        }
        heard.run();
    }

    /** Not under the client's lock, which a source may need on its way out. */
    @Override
    public void close() {
        following.close();
    }
}
