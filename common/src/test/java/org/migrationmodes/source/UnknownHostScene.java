package org.migrationmodes.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagServer;

/** A name that loses its address. A whole server asks the machine's own DNS, so this is its remote half only. */
final class UnknownHostScene implements FaultScene {
    private final FlagServer website = new FlagServer();
    private final ManualTimer timer = new ManualTimer(Server.START);
    private final LoggedWarnings log = new LoggedWarnings();
    private final FlagKeeper<Published> keeper;
    private final RemoteSource poller;
    private final RemoteSettings settings;
    private volatile boolean known = true;

    UnknownHostScene(Path folder) {
        keeper = new FlagKeeper<>(
                "remote",
                new PublishedParser(() -> PublicKeys.NONE, () -> new Moment(timer.now(), timer.now())),
                new Memory(new StateFolder(folder, "wiki"), timer, timer),
                timer);
        settings = new RemoteSettings(
                URI.create("http://www.example.org:" + website.port() + "/flag.json"),
                Duration.ofSeconds(15),
                true,
                TlsSettings.NONE,
                PublicKeys.NONE);
        poller =
                new HttpPoller(settings, new Timers(timer, timer, timer, timer, timer), new Keeping(), this::addresses);
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        if (known) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        throw new UnknownHostException(host);
    }

    /** Hears for the keeper alone. */
    private final class Keeping implements Follower {
        @Override
        public @Nullable Validator validator() {
            return keeper.validator(settings.origin());
        }

        @Override
        public void heard(Reading reading) {
            keeper.offer(reading);
        }

        @Override
        public void dated(Instant there) {}

        @Override
        public Belief belief() {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    @Override
    public void freeze() {
        website.serve(WebsiteScene.CLOSED);
        poller.begin();
        timer.advance(Duration.ofSeconds(1));
    }

    @Override
    public void happen() {
        known = false;
        timer.advance(Duration.ofMinutes(4));
    }

    @Override
    public void end() {
        known = true;
        website.serve(WebsiteScene.NORMAL);
        timer.advance(Duration.ofMinutes(6));
    }

    @Override
    public Mode mode() {
        Published published = keeper.document();
        return published == null
                ? Mode.NORMAL
                : published.document().of("wiki", null).at(timer.now()).mode();
    }

    @Override
    public List<String> log() {
        return log.lines().stream()
                .map(line -> line.replace(settings.origin(), "{url}"))
                .toList();
    }

    @Override
    public void close() {
        poller.close();
        log.close();
        website.close();
    }
}
