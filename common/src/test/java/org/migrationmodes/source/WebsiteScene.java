package org.migrationmodes.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagServer;

/** A server that follows a website, to which something happens. */
final class WebsiteScene extends ServerScene {
    static final String CLOSED =
            "{\"epoch\": 5, \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"closed\"}}";
    static final String NORMAL =
            "{\"epoch\": 6, \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"normal\"}}";

    private static final Pattern PIN = Pattern.compile("sha256/[A-Za-z0-9+/=]+");

    final FlagServer website = new FlagServer();
    final FlagServer other = new FlagServer();
    /** How long the server waits for an answer; it stands still until a fault lets it go on. */
    final ManualTimer patience = new ManualTimer(Server.START);

    String settings = "";
    private UnaryOperator<String> signature = flag -> flag;
    private final Consumer<WebsiteScene> fault;
    private final Consumer<WebsiteScene> mended;

    /**
     * @param fault happens to the website
     * @param mended is done before it publishes that all is normal
     */
    WebsiteScene(Path folder, Consumer<WebsiteScene> fault, Consumer<WebsiteScene> mended) {
        super(folder);
        this.fault = fault;
        this.mended = mended;
    }

    /** With more settings of the remote, each with a comma before it. */
    WebsiteScene with(String more) {
        settings = more;
        return this;
    }

    /** What is published before and after the fault is signed. */
    WebsiteScene signed(UnaryOperator<String> how) {
        signature = how;
        return this;
    }

    @Override
    public void freeze() {
        website.serve("\"a\"", signature.apply(CLOSED));
        ManualTimer timer = server.timer;
        server.write("{\"remote\": {\"url\": \"" + website.url() + "\"" + settings + "}}")
                .start(new Timers(timer, timer, timer, timer, patience));
    }

    @Override
    public void happen() {
        fault.accept(this);
        server.timer.advance(Duration.ofMinutes(4));
    }

    @Override
    public void end() {
        mended.accept(this);
        website.serve("\"b\"", signature.apply(NORMAL));
        for (int i = 0; i < 24 && mode() != Mode.NORMAL; i++) {
            server.timer.advance(Duration.ofSeconds(15));
        }
    }

    @Override
    public List<String> log() {
        String base = website.url().replace("/flag.json", "");
        return log(Map.of(website.url(), "{url}", other.url(), "{other}", base, "{website}"))
                .map(line -> PIN.matcher(line).replaceAll("{pin}"))
                .toList();
    }

    @Override
    public void close() {
        super.close();
        website.close();
        other.close();
    }
}
