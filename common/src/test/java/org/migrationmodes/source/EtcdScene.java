package org.migrationmodes.source;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.core.ConditionFactory;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.FlagServer;
import org.migrationmodes.testing.TcpProxy;

/** A server that follows a flag in a real etcd, with something in between; and something happens to one of them. */
final class EtcdScene extends ServerScene {
    static final String CLOSED =
            "{\"epoch\": 5, \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"closed\"}}";
    static final String NORMAL =
            "{\"epoch\": 6, \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"normal\"}}";

    // Scenes share an etcd, each with a corner of its own.
    private static final AtomicInteger SCENES = new AtomicInteger();
    private static final int HASTE = 5;
    private static final Runnable NONE = () -> {};

    final Etcd etcd;
    final TcpProxy proxy;
    final FlagServer website = new FlagServer();
    final String prefix;
    String endpoint;
    /** More settings of etcd, each with a comma before it. */
    String settings = "";
    /** More of the file, likewise. */
    String beside = "";
    /** Deadlines and the end of a watch; they come when the scene says so. */
    ManualTimer alarms = new ManualTimer(Server.START);

    /** Whether the server writes itself into the list. */
    boolean listed = true;

    /** Whether no request is running any more that was let in before the freeze. */
    volatile boolean drained = true;

    private CountingTimer remote = remote();
    private volatile Runnable renewal = NONE;

    private Duration step = Duration.ZERO;
    private Consumer<EtcdScene> before = scene -> {};
    private Consumer<EtcdScene> fault = scene -> {};
    private Consumer<EtcdScene> mended = scene -> {};
    private Runnable after = () -> {};

    EtcdScene(Etcd etcd, Path folder) {
        this(etcd, folder, "/scene-" + SCENES.incrementAndGet() + "/");
    }

    EtcdScene(Etcd etcd, Path folder, String prefix) {
        super(folder);
        this.prefix = prefix;
        this.etcd = etcd;
        this.proxy = new TcpProxy(etcd.url());
        this.endpoint = proxy.url();
        server.drained = () -> drained;
    }

    /** Is done before the server starts. */
    EtcdScene before(Consumer<EtcdScene> done) {
        before = done;
        return this;
    }

    /** Happens when the server is frozen. */
    EtcdScene fault(Consumer<EtcdScene> happens) {
        fault = happens;
        return this;
    }

    /** Is done before the flag says that all is normal. */
    EtcdScene mended(Consumer<EtcdScene> done) {
        mended = done;
        return this;
    }

    /** Is done at the end. */
    EtcdScene after(Runnable done) {
        after = done;
        return this;
    }

    /** Nothing comes any more, so that only time tells; it passes quickly. */
    void silence() {
        step = Duration.ofSeconds(1);
    }

    /** The half minute of the watch is over. */
    void renew() {
        renewal.run();
    }

    @Override
    public void freeze() {
        before.accept(this);
        put(CLOSED);
        follow(endpoint);
        start();
        awaits("frozen").until(() -> mode() == Mode.CLOSED && !NONE.equals(renewal));
    }

    void start() {
        Timer fleet = listed ? new CountingTimer(new SystemTimer("scene-fleet"), HASTE) : new ManualTimer(Server.START);
        renewal = NONE;
        server.start(new Timers(server.timer, remote, fleet, server.timer, new Alarms()));
    }

    void restart() {
        server.client().close();
        server.timer = new ManualTimer(server.timer.now());
        alarms = new ManualTimer(alarms.now());
        remote = remote();
        start();
    }

    private static CountingTimer remote() {
        return new CountingTimer(new SystemTimer("scene-remote"), HASTE);
    }

    /** Writes the file of the server. */
    void follow(String... endpoints) {
        server.write("{\"etcd\": {\"prefix\": \"" + prefix + "\", \"endpoints\": [\"" + String.join("\", \"", endpoints)
                + "\"]" + settings + "}" + beside + "}");
    }

    void put(String flag) {
        etcd.put(prefix + "flag", flag);
    }

    @Override
    public void happen() {
        fault.accept(this);
        awaits("noticed").until(() -> passes(status().state() == SourceStatus.State.INTERRUPTED));
        if (String.valueOf(status().problem()).contains(endpoint)) {
            int turns = remote.done() + 2;
            awaits("noticed again").until(() -> passes(remote.done() >= turns));
        }
    }

    private boolean passes(boolean done) {
        if (!done) {
            alarms.advance(step);
        }
        return done;
    }

    @Override
    public void end() {
        step = Duration.ZERO;
        mended.accept(this);
        put(NORMAL);
        awaits("open again").until(() -> mode() == Mode.NORMAL);
    }

    /** Notices when a watch was confirmed: from then on it has half a minute. */
    private final class Alarms extends TimerAround {
        Alarms() {
            super(alarms);
        }

        @Override
        public Task after(Duration delay, Runnable task) {
            Task added = super.after(delay, task);
            if (delay.toSeconds() > 20) {
                renewal = task;
            }
            return added;
        }
    }

    static ConditionFactory awaits(String what) {
        return await(what).atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
    }

    SourceStatus status() {
        return server.client().status().remote();
    }

    /** Beside the list of the fleet, which has its own troubles. */
    @Override
    public List<String> log() {
        return log(Map.of("etcd:" + prefix + "flag: ", "{flag}: ", endpoint, "{etcd}", prefix, "/migration-modes/"))
                .filter(line -> !line.contains("list of the fleet"))
                .toList();
    }

    @Override
    public void close() {
        super.close();
        proxy.close();
        website.close();
        after.run();
    }
}
