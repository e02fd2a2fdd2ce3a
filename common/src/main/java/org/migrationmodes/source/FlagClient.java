package org.migrationmodes.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Schedule;

/**
 * The doorway to the flag: watches the configuration file and the published flag, remembers what was last good, and
 * publishes what holds. {@link #current} never blocks and never throws; all methods are thread-safe.
 *
 * <pre>
 * FileSource ─→ FlagKeeper ─┐
 *                           ├─→ FlagResolver ─→ InForce ─→ current, listener
 * RemoteFlag ─→ FlagKeeper ─┘
 * </pre>
 */
public final class FlagClient implements AutoCloseable {
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(3);
    private static final String TELLING = "Telling what holds";

    private final System.Logger log = System.getLogger(FlagClient.class.getName());
    private final Setup setup;
    private final Timers timers;
    private final Memory memory;
    private final FileSource file;
    private final FlagKeeper<Configuration> local;
    private final RemoteFlag remote;
    private final FilePoller looks;
    private final InForce inForce;
    private final TrustedClock clock;
    private final Ruling ruling;
    private final Guard guard = new Guard();
    private volatile boolean closed;

    /**
     * What a client needs to know.
     *
     * @param service the name of the service, unless the file says another
     * @param places where the configuration file may be; the first that is found is chosen
     * @param stateFolder where the last good documents are kept; null if nowhere
     * @param stateName tells this client's files there from those of others
     * @param settings reads the file's other settings
     * @param drained whether no request is running any more that was let in while more was allowed
     * @param listener told of each flag before {@link FlagClient#current} says it; must be quick and not throw
     */
    public record Setup(
            String service,
            List<Path> places,
            @Nullable Path stateFolder,
            String stateName,
            LiveSettings settings,
            BooleanSupplier drained,
            Consumer<Flag> listener) {}

    /**
     * Starts a client. It returns with the last known flag told to the listener, or the file's if that is valid; where
     * nothing is known but that a website is to be followed, it waits up to three seconds for the first answer.
     *
     * @param setup what it needs to know
     * @param timers its threads, which it closes at its end
     * @return the running client
     */
    public static FlagClient start(Setup setup, Timers timers) {
        FlagClient client = new FlagClient(setup, timers);
        client.begin();
        return client;
    }

    private FlagClient(Setup setup, Timers timers) {
        this.setup = setup;
        this.timers = timers;
        this.memory =
                new Memory(new StateFolder(setup.stateFolder(), setup.stateName()), timers.disk(), timers.alarms());
        this.file = new FileSource(setup.places());
        this.local = new FlagKeeper<>(
                "local",
                (text, previous) -> Configuration.read(text, setup.service(), setup.settings()),
                memory,
                timers.files());
        this.clock = new TrustedClock(timers.alarms());
        Runnable refresh = () -> guard.run(TELLING, this::refresh);
        this.remote = new RemoteFlag(this, timers, memory, local, clock, this::belief, refresh);
        this.looks = new FilePoller(file, timers.files(), this::heard, FileSystems.getDefault()::newWatchService);
        this.inForce = new InForce(setup.service(), memory, timers.alarms());
        this.ruling = new Ruling(local, remote.keeper(), inForce, clock, timers.alarms(), setup.listener(), refresh);
    }

    private synchronized void begin() {
        inForce.recall();
        clock.startNotBefore(inForce.recalledSince());
        local.recall();
        clock.startNotBefore(local.accepted());
        local.offer(file.look());
        boolean edited = local.offer(file.look());
        // Not before the keys are known.
        remote.keeper().recall();
        if (edited) {
            clock.believe();
        } else {
            clock.startNotBefore(remote.keeper().accepted());
        }
        guard.run(TELLING, () -> setup.listener().accept(current()));
        Configuration configuration = local.document();
        if (configuration != null) {
            boolean unknown = configuration.own() == null && remote.isUnknown(configuration.followed());
            apply(configuration, unknown ? PATIENCE_AT_START : Duration.ZERO);
        }
        guard.run(TELLING, this::refresh);
        log.log(
                System.Logger.Level.INFO,
                "{0}: starts in mode {1}; configuration file: {2}",
                current().service(),
                current().mode().word(),
                file.chosen() == null ? "none" : file.chosen());
        looks.begin();
    }

    /**
     * What holds now: one volatile read.
     *
     * @return the same object until something changes
     */
    public Flag current() {
        return inForce.flag();
    }

    /**
     * The modes over time, by the document that rules. Never blocks.
     *
     * @return always normal where no document says anything
     */
    public Schedule schedule() {
        return ruling.schedule();
    }

    /**
     * What holds now, and how the sources are doing.
     *
     * @return a snapshot
     */
    public synchronized FlagStatus status() {
        Configuration configuration = local.document();
        return new FlagStatus(
                current(),
                local.status(
                        configuration == null ? null : configuration.document().epoch()),
                remote.status(),
                memory.trouble(),
                clock.trouble());
    }

    private synchronized void heard(Reading reading) {
        if (closed) {
            return;
        }
        Configuration before = local.document();
        Configuration configuration = local.offer(reading) ? local.document() : null;
        if (configuration != null) {
            clock.believe();
            apply(configuration, Duration.ZERO);
            remote.rejudge(configuration.followed(), before);
        }
        // At every look, so that a clock that was set is obeyed.
        refresh();
    }

    private void apply(Configuration configuration, Duration patience) {
        local.warn(configuration.warnings());
        guard.run("Applying the settings", configuration.settings());
        guard.run("Following the published flag", () -> remote.follow(configuration.followed(), patience));
    }

    private Belief belief(SourceStatus source) {
        Configuration configuration = local.document();
        String site = configuration == null ? null : configuration.site();
        return new Belief(current(), site, setup.drained().getAsBoolean(), source);
    }

    private synchronized void refresh() {
        if (!closed) {
            ruling.refresh();
        }
    }

    /** Ends the threads and connections. What is in force stays on disk. */
    @Override
    public void close() {
        closed = true;
        looks.close();
        remote.close();
        timers.close();
        memory.close();
    }
}
