package org.migrationmodes.admin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps after the admin token was shown: an end, sealed by the token. It does not hold the token, and is
 * void once the token is changed. Thread-safe.
 */
final class BypassCookie {
    /** RFC 6265bis, section 4.1.3: no prefix, since a server behind a proxy may not know that it is asked by https. */
    static final String NAME = "migration-bypass";

    static final Duration LIFETIME = Duration.ofHours(12);

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.([A-Za-z0-9_-]{43})");

    private final AdminSettings settings;
    private final InstantSource clock;

    BypassCookie(AdminSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the request bears one that still holds. */
    boolean isBorneBy(HttpServletRequest request) {
        Cookie[] cookies = settings.hasToken() ? request.getCookies() : null;
        if (cookies == null) {
            return false;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME) && holds(cookie.getValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(@Nullable String value) {
        Matcher parts = FORM.matcher(value == null ? "" : value);
        return parts.matches()
                && Instant.ofEpochSecond(Long.parseLong(parts.group(1))).isAfter(clock.instant())
                && settings.isSeal(parts.group(1), parts.group(2));
    }

    /** Gives one to whoever has just shown the token. */
    void give(HttpServletRequest request, HttpServletResponse response) {
        String end = Long.toString(clock.instant().plus(LIFETIME).getEpochSecond());
        set(request, response, end + "." + settings.seal(end), LIFETIME);
    }

    /** Has the browser forget it. */
    void takeBack(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    /** As a header, since the Servlet API knows SameSite only from 6.0 on. */
    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        // Not as the request spells it: on Tomcat that may hold parameters, and with them attributes of a cookie.
        String context = request.getServletContext().getContextPath();
        String path = context.isEmpty() ? "/" : context;
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + value + "; Path=" + path + "; Max-Age=" + lifetime.toSeconds()
                        + "; HttpOnly; SameSite=Strict" + (request.isSecure() ? "; Secure" : ""));
    }
}
