package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.migrationmodes.banner.AcceptLanguage;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.flag.Flag;

/** Answers requests that the mode does not let pass: 503, never a redirect, in the form that the asker understands. */
final class Refusals {
    /**
     * So much of a refused upload is read and thrown away. A container that still has a body to come resets the connection
     * after little, and the visitor would see that instead of the answer.
     */
    private static final long MOST_DRAINED = 64L * 1024 * 1024;

    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'";

    private final PageSetup setup;
    private final RetryAfter retryAfter;

    Refusals(PageSetup setup) {
        this.setup = setup;
        this.retryAfter = new RetryAfter(setup.clock());
    }

    /**
     * Answers.
     *
     * @param preview whether the flag does not hold and only the asker sees it
     * @param judged gives back what was typed
     * @param readingView where reading goes on, within the web application
     */
    void answer(
            Flag flag,
            boolean preview,
            Verdict verdict,
            JudgedRequest judged,
            String readingView,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asker asker = Asker.of(request);
        List<TypedText.Field> typed =
                asker == Asker.BROWSER && verdict == Verdict.WRITE ? TypedText.of(request, judged.body()) : List.of();
        drain(request);
        Notice notice =
                new Notice(flag, setup.wording(), AcceptLanguage.parse(request.getHeader("Accept-Language")), preview);
        Refusal refusal = new Refusal(flag, verdict, notice, typed);
        // All that it does there is to write the time as it is where the visitor is.
        boolean scripted = notice.moment() != null && setup.banner().script();
        String body = switch (asker) {
            case BROWSER ->
                RefusalPage.render(refusal, setup.folder(), scripted, request.getContextPath() + readingView);
            case PROGRAM -> RefusalProblem.render(refusal);
            case OTHER -> refusal.inOneLine() + "\n";
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        // setStatus and not sendError, which hosts and containers replace by pages of their own.
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Long.toString(retryAfter.seconds(flag)));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", scripted ? POLICY + "; script-src 'self'" : POLICY);
        response.setHeader("Content-Language", notice.language());
        response.setContentType(asker.contentType());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
        response.flushBuffer();
    }

    private static void drain(HttpServletRequest request) {
        // Also from a client that waits for 100 Continue (RFC 9110, section 10.1.1): Tomcat has told it to go on
        // before any filter runs, so its body is on the way.
        byte[] buffer = new byte[8192];
        long drained = 0;
        try {
            InputStream in = request.getInputStream();
            int read = 0;
            while (read >= 0 && drained < MOST_DRAINED) {
                read = in.read(buffer);
                drained += read;
            }
        } catch (IOException | IllegalStateException e) {
            // Whoever has gone away needs no answer; writing it will tell.
        }
    }
}
