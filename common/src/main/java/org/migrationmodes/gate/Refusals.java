package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;

/** Answers requests that the mode does not let pass: 503, never a redirect, in the form that the asker understands. */
final class Refusals {
    /**
     * So much of a refused upload is read and thrown away. A container that still has a body to come resets the connection
     * after little, and the visitor would see that instead of the answer.
     */
    private static final long MOST_DRAINED = 64L * 1024 * 1024;

    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'";
    private static final String WITH_SCRIPT = POLICY + "; script-src 'self'";

    private final PageSetup setup;
    private final RetryAfter retryAfter;
    private volatile @Nullable RefusalPages usual;

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
        String languages = request.getHeader("Accept-Language");
        RefusalPages pages = pages(flag, preview);
        if (asker == Asker.BROWSER) {
            RefusalPage page = pages.page(verdict, languages);
            List<TypedText.Field> typed = verdict == Verdict.WRITE ? TypedText.of(request, judged.body()) : List.of();
            List<byte[]> parts = page.parts(typed, request.getContextPath() + readingView);
            answer(flag, asker, page.language(), page.isScripted() ? WITH_SCRIPT : POLICY, parts, request, response);
        } else {
            Refusal refusal = pages.refusal(verdict, languages);
            String text = asker == Asker.PROGRAM ? RefusalProblem.render(refusal) : refusal.inOneLine() + "\n";
            List<byte[]> parts = List.of(text.getBytes(StandardCharsets.UTF_8));
            answer(flag, asker, refusal.notice().language(), POLICY, parts, request, response);
        }
    }

    private RefusalPages pages(Flag flag, boolean preview) {
        if (preview) {
            return new RefusalPages(flag, true, setup);
        }
        RefusalPages known = usual;
        if (known == null || !known.areOf(flag)) {
            known = new RefusalPages(flag, false, setup);
            usual = known;
        }
        return known;
    }

    private void answer(
            Flag flag,
            Asker asker,
            String language,
            String policy,
            List<byte[]> parts,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        drain(request);
        // setStatus and not sendError, which hosts and containers replace by pages of their own.
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Long.toString(retryAfter.seconds(flag)));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Content-Language", language);
        response.setContentType(asker.contentType());
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        response.setContentLength(length);
        if (!request.getMethod().equals("HEAD")) {
            for (byte[] part : parts) {
                response.getOutputStream().write(part);
            }
        }
        response.flushBuffer();
    }

    private static void drain(HttpServletRequest request) {
        // Also from a client that waits for 100 Continue (RFC 9110, section 10.1.1): Tomcat has told it to go on
        // before any filter runs, so its body is on the way.
        long drained = 0;
        try {
            InputStream in = request.getInputStream();
            int read = in.read();
            byte[] buffer = new byte[read < 0 ? 0 : 8192];
            while (read >= 0 && drained < MOST_DRAINED) {
                read = in.read(buffer);
                drained += read;
            }
        } catch (IOException | IllegalStateException e) {
            // Whoever has gone away needs no answer; writing it will tell.
        }
    }
}
