package org.migrationmodes.source;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The remote source that is followed at the moment. Thread-safe. */
final class Following implements AutoCloseable {
    private final System.Logger log = System.getLogger(Following.class.getName());
    private final Timers timers;
    private final Function<Followed, Follower> followers;
    private @Nullable Followed followed;
    private @Nullable RemoteSource source;
    private boolean closed;

    /**
     * @param followers who hears what one source brings; must ask {@link #isFollowed} whether that still counts
     */
    Following(Timers timers, Function<Followed, Follower> followers) {
        this.timers = timers;
        this.followers = followers;
    }

    /**
     * Begins, goes on or ends, as the settings say.
     *
     * @param begins called before the first question to another source than the last
     * @param patience how long the first answer is waited for at most
     */
    synchronized void follow(@Nullable Followed wanted, Runnable begins, Duration patience) {
        if (closed || Objects.equals(wanted, followed)) {
            return;
        }
        stop();
        log.log(
                System.Logger.Level.INFO,
                "Follows {0}",
                wanted == null ? "nobody any more, but the configuration file" : wanted.origin());
        followed = wanted;
        begins.run();
        if (wanted != null) {
            RemoteSource opened = wanted.open(timers, followers.apply(wanted));
            source = opened;
            if (!patience.isZero()) {
                opened.ask(patience);
            }
            opened.begin();
        }
    }

    /** What a source says that was given up since counts no more. */
    synchronized boolean isFollowed(Followed asked) {
        return asked == followed;
    }

    private void stop() {
        if (source != null) {
            source.close();
            source = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
        followed = null;
    }
}
