package org.migrationmodes.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.migrationmodes.banner.Asset;
import org.migrationmodes.banner.Markup;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.banner.Words;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.gate.OwnPaths;
import org.migrationmodes.gate.Preview;

/** Where an admin shows his token to get the {@link BypassCookie}, and finds the previews. Thread-safe. */
final class BypassPage {
    private final System.Logger log = System.getLogger(BypassPage.class.getName());
    private final AdminSettings settings;
    private final Insider insider;
    private final BypassCookie cookie;
    private final Words words = Wording.beside(BypassPage.class).in(List.of());

    BypassPage(AdminSettings settings, Insider insider, BypassCookie cookie) {
        this.settings = settings;
        this.insider = insider;
        this.cookie = cookie;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // A token in the URL would stand in logs and histories: only the form's body counts.
        String token = request.getMethod().equals("POST") && request.getQueryString() == null
                ? request.getParameter("token")
                : null;
        boolean leaving = token != null && token.isEmpty();
        boolean known = token != null && settings.isToken(token.strip());
        if (known) {
            cookie.give(request, response);
            log.log(System.Logger.Level.INFO, "The admin token was shown by {0}", request.getRemoteAddr());
        } else if (leaving) {
            cookie.takeBack(request, response);
        } else if (token != null) {
            log.log(System.Logger.Level.INFO, "A wrong admin token was shown by {0}", request.getRemoteAddr());
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
        boolean inside = known || (!leaving && insider.is(request));
        byte[] page = page(request.getServletContext().getContextPath(), inside, token != null && !known && !leaving)
                .getBytes(StandardCharsets.US_ASCII);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(page);
        }
    }

    private String page(String context, boolean inside, boolean wrong) {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"robots\" content=\"noindex\">\n<title>");
        page.text(words.of("title")).raw("</title>\n<link rel=\"stylesheet\" href=\"");
        page.text(Asset.STYLESHEET.address(context + OwnPaths.PREFIX))
                .raw("\">\n</head>\n<body class=\"migration-refusal\">\n");
        page.raw("<main>\n<h1>").text(words.of("title")).raw("</h1>\n");
        if (wrong) {
            page.raw("<p role=\"alert\">").text(words.of("wrong")).raw("</p>\n");
        }
        if (inside) {
            previews(page, context);
        } else if (!settings.hasToken()) {
            page.raw("<p>").text(words.of("none")).raw("</p>\n");
        }
        if (settings.hasToken()) {
            form(page, context, inside);
        }
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void previews(Markup page, String context) {
        page.raw("<p>").text(words.of("done")).raw("</p>\n<ul>\n");
        for (Mode mode : Mode.values()) {
            String query = "?" + Preview.PARAMETER + "=" + mode.word();
            page.raw("<li><a href=\"").text(context + "/" + query).raw("\">").text(query);
            page.raw("</a></li>\n");
        }
        page.raw("</ul>\n");
    }

    private void form(Markup page, String context, boolean inside) {
        page.raw("<form method=\"post\" action=\"")
                .text(context + OwnPaths.PREFIX + "bypass")
                .raw("\">\n");
        if (inside) {
            page.raw("<input type=\"hidden\" name=\"token\" value=\"\">\n<button>");
            page.text(words.of("leave"));
        } else {
            page.raw("<label>").text(words.of("token"));
            page.raw("\n<input type=\"password\" name=\"token\" required autocomplete=\"current-password\"></label>\n");
            page.raw("<button>").text(words.of("enter"));
        }
        page.raw("</button>\n</form>\n");
    }
}
