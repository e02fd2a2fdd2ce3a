package org.migrationmodes.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.banner.BannerSettings;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Schedule;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Texts;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.JettyHost;
import org.migrationmodes.testing.RawHttp;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;

/** A real container with a gate in front of a {@link ProbeServlet}, at the context {@code /app}. */
final class GateHost implements AutoCloseable {
    /** Which container. */
    enum Server {
        TOMCAT,
        JETTY;

        private Host start(Webapp app, boolean compressing) {
            if (this == TOMCAT) {
                return compressing ? TomcatHost.startCompressing(app) : TomcatHost.start(app);
            }
            return compressing ? JettyHost.startCompressing(app) : JettyHost.start(app);
        }
    }

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>org.eclipse.jetty.servlet.Default.etags</param-name>
                <param-value>true</param-value>
              </context-param>
              <filter>
                <filter-name>gate</filter-name>
                <filter-class>org.migrationmodes.gate.GateFilter</filter-class>
                <async-supported>true</async-supported>
                <init-param><param-name>gate</param-name><param-value>%1$s</param-value></init-param>
              </filter>
              <filter-mapping>
                <filter-name>gate</filter-name>
                <url-pattern>/*</url-pattern>
                <dispatcher>REQUEST</dispatcher>
                <dispatcher>ASYNC</dispatcher>
                <dispatcher>FORWARD</dispatcher>
                <dispatcher>INCLUDE</dispatcher>
                <dispatcher>ERROR</dispatcher>
              </filter-mapping>
              <servlet>
                <servlet-name>probe</servlet-name>
                <servlet-class>org.migrationmodes.gate.ProbeServlet</servlet-class>
                <init-param><param-name>gate</param-name><param-value>%1$s</param-value></init-param>
                <async-supported>true</async-supported>
              </servlet>
              <servlet-mapping><servlet-name>probe</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
              <servlet-mapping><servlet-name>probe</servlet-name><url-pattern>/wiki/*</url-pattern></servlet-mapping>
              <servlet-mapping><servlet-name>probe</servlet-name><url-pattern>*.page</url-pattern></servlet-mapping>
              <error-page><error-code>503</error-code><location>/error-page</location></error-page>
            </web-app>
            """;

    static final String PAGE = "<!DOCTYPE html><html><head></head><body>page</body></html>";

    private final String id = UUID.randomUUID().toString();
    private final Host host;
    private final Path folder;
    final Census census;
    /** What the gate goes by; as long as nobody says otherwise it stands still at {@code now}. */
    volatile InstantSource clock = () -> this.now;

    volatile Instant now = Instant.parse("2021-02-26T20:00:00Z");

    final GateSettings settings;
    private final BannerSettings banner = new BannerSettings();
    volatile Schedule schedule = Schedule.NORMAL;

    GateHost(Server server, Mode mode, String configuration) {
        this(server, flag(mode, null), configuration);
    }

    GateHost(Server server, Flag flag, String configuration) {
        this(server, false, flag, configuration);
    }

    /** One whose container compresses what comes out of it. */
    static GateHost compressing(Server server, Mode mode) {
        return new GateHost(server, true, flag(mode, null), "{}");
    }

    private GateHost(Server server, boolean compressing, Flag flag, String configuration) {
        census = new Census(flag);
        settings = new GateSettings(Profiles.of(GateHost.class, List.of()), GateHost.class.getClassLoader());
        configure(configuration);
        OwnPaths own = (request, response, name) ->
                response.getOutputStream().write(("own " + name).getBytes(StandardCharsets.UTF_8));
        Preview preview = new Preview(request -> request.getHeader("Insider") != null, () -> schedule);
        PageSetup setup = new PageSetup(Wording.beside(GateWords.class), banner, "/app", () -> clock.instant());
        GateFilter.GATES.put(id, new ModeFilter(census, settings, own, preview, setup));
        serve((request, response) -> response.getOutputStream().print("host"));
        try {
            folder = Files.createTempDirectory("gate");
            Files.createDirectories(folder.resolve("WEB-INF"));
            Files.writeString(folder.resolve("WEB-INF/web.xml"), WEB_XML.formatted(id));
            Files.writeString(folder.resolve("static.html"), PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Webapp app = Webapp.at("/app", folder);
        host = server.start(app, compressing);
    }

    static Flag flag(Mode mode, @Nullable Instant until) {
        return new Flag("wiki", mode, Instant.parse("2021-02-26T20:00:00Z"), until, Texts.NONE, null, 7L, null);
    }

    void configure(String configuration) {
        try {
            settings.prepare(Section.parse(configuration)).run();
            banner.prepare(Section.parse(configuration)).run();
        } catch (InvalidDocument e) {
            throw new IllegalArgumentException(e);
        }
    }

    void mode(Mode mode) {
        census.accept(flag(mode, null));
    }

    /** A mode with a change of it ahead, and a message to visitors. */
    void ahead(Mode mode, String message, Instant at, Mode then) {
        census.accept(new Flag(
                "wiki",
                mode,
                Instant.EPOCH,
                null,
                Texts.plain(message),
                null,
                7L,
                new Phase(at, then, null, Texts.NONE)));
    }

    /** What the host does from now on. */
    void serve(ProbeServlet.Probe probe) {
        ProbeServlet.PROBES.put(id, probe);
    }

    /** What the container's own servlet for files does. */
    static void serveFile(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getServletContext().getNamedDispatcher("default").forward(request, response);
    }

    RawHttp http() {
        return host.http();
    }

    String url(String target) {
        return host.url(target);
    }

    String log() {
        return host.log();
    }

    @Override
    public void close() {
        host.close();
        GateFilter.GATES.remove(id);
        ProbeServlet.PROBES.remove(id);
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
