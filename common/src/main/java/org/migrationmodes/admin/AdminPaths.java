package org.migrationmodes.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.migrationmodes.banner.AcceptLanguage;
import org.migrationmodes.banner.Asset;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.gate.Census;
import org.migrationmodes.gate.GateSettings;
import org.migrationmodes.gate.OwnPaths;
import org.migrationmodes.source.FlagStatus;

/** Answers {@code status.json}, the assets of pages and {@code bypass}; everything else is 404. Thread-safe. */
public final class AdminPaths implements OwnPaths {
    private final Supplier<FlagStatus> status;
    private final Census census;
    private final GateSettings gate;
    private final Insider insider;
    private final BypassPage bypass;
    private final Wording wording;

    /**
     * Makes the answers.
     *
     * @param status how the sources are doing
     * @param census who is in flight, and the flag
     * @param gate how requests are judged
     * @param settings who may see more than visitors
     * @param wording the built-in words for visitors
     * @param clock what the cookie of an insider ends by
     */
    public AdminPaths(
            Supplier<FlagStatus> status,
            Census census,
            GateSettings gate,
            AdminSettings settings,
            Wording wording,
            InstantSource clock) {
        this.status = status;
        this.census = census;
        this.gate = gate;
        BypassCookie cookie = new BypassCookie(settings, clock);
        this.insider = new Insider(settings, cookie);
        this.bypass = new BypassPage(settings, insider, cookie);
        this.wording = wording;
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
        switch (name) {
            case "status.json" -> status(request, response);
            case "banner.css" -> AssetAnswer.send(Asset.STYLESHEET, request, response);
            case "banner.js" -> AssetAnswer.send(Asset.SCRIPT, request, response);
            case "bypass" -> bypass.answer(request, response);
            default -> notFound(request, response);
        }
    }

    /**
     * Whether a request comes from somebody who may see more than visitors.
     *
     * @param request read only
     * @return true for whoever has the admin token or its cookie; where no token is configured, for this machine
     */
    public boolean isInsider(HttpServletRequest request) {
        return insider.is(request);
    }

    private void status(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Flag flag = census.flag();
        Notice notice = new Notice(flag, wording, AcceptLanguage.parse(request.getHeader("Accept-Language")), false);
        String json = insider.is(request)
                ? StatusJson.insiders(status.get(), census, flag, notice, gate.profile())
                : StatusJson.visitors(flag, notice);
        response.addHeader("Vary", "Accept-Language");
        send(request, response, "application/json", "no-store", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        byte[] text = "Not found\n".getBytes(StandardCharsets.US_ASCII);
        send(request, response, "text/plain;charset=UTF-8", "no-store", text);
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, String type, String lifetime, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", lifetime);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
