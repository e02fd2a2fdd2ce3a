package org.migrationmodes.banner;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The headers as the host set them, whether the container has them already or not. */
abstract class HeaderView extends HttpServletResponseWrapper {

    final HttpServletResponse container;
    final WithheldHeaders withheld;

    HeaderView(HttpServletResponse container, WithheldHeaders withheld) {
        super(container);
        this.container = container;
        this.withheld = withheld;
    }

    /** Whether the host may believe that its headers are sent, so that changes have no effect. */
    abstract boolean isFrozen();

    /** Something was set that a decision may depend on. */
    abstract void headersChanged();

    /**
     * Whether the host's headers have no effect, as inside of an include (Servlet 6.0 section 9.3). Tomcat sees to that
     * by a response that it puts inside of ours; so it is tried out what reaches the container's own.
     */
    final boolean isWithoutEffect() {
        if (getResponse() == container) {
            return false;
        }
        int status = container.getStatus();
        super.setStatus(status == 200 ? 299 : 200);
        boolean effect = container.getStatus() != status;
        container.setStatus(status);
        return !effect;
    }

    final boolean isJetty() {
        return container.getClass().getName().startsWith("org.eclipse.jetty.");
    }

    /** Servlet 6.1 says that it does (HttpServletResponse.setHeader); before it, Jetty does and Tomcat does not. */
    private boolean nullTakesBack() {
        return Servlet61.isThere() || isJetty();
    }

    private void set(String name, @Nullable String value, Runnable inContainer) {
        change(() -> {
            if (!withheld.keeps(name) || (!isWithoutEffect() && !withheld.set(name, value))) {
                inContainer.run();
            }
        });
    }

    private void add(String name, @Nullable String value, Runnable inContainer) {
        change(() -> {
            if (!withheld.keeps(name)) {
                inContainer.run();
                // adding nothing changes nothing
            } else if (value != null && !isWithoutEffect() && !withheld.add(name, value)) {
                inContainer.run();
            }
        });
    }

    private void change(Runnable change) {
        if (!isFrozen()) {
            synchronized (withheld) {
                change.run();
                headersChanged();
            }
        }
    }

    @Override
    public void setContentLength(int length) {
        set(BodyHeaders.CONTENT_LENGTH, Integer.toString(length), () -> super.setContentLength(length));
    }

    @Override
    public void setContentLengthLong(long length) {
        set(BodyHeaders.CONTENT_LENGTH, Long.toString(length), () -> super.setContentLengthLong(length));
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (value != null || !withheld.keeps(name) || nullTakesBack()) {
            set(name, value, () -> super.setHeader(name, value));
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        add(name, value, () -> super.addHeader(name, value));
    }

    @Override
    public void setIntHeader(String name, int value) {
        set(name, Integer.toString(value), () -> super.setIntHeader(name, value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        add(name, Integer.toString(value), () -> super.addIntHeader(name, value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        set(name, httpDate(date), () -> super.setDateHeader(name, date));
    }

    @Override
    public void addDateHeader(String name, long date) {
        add(name, httpDate(date), () -> super.addDateHeader(name, date));
    }

    @Override
    public void addCookie(Cookie cookie) {
        change(() -> super.addCookie(cookie));
    }

    @Override
    public void setStatus(int status) {
        change(() -> super.setStatus(status));
    }

    @Override
    public void setContentType(@Nullable String type) {
        change(() -> super.setContentType(type));
    }

    @Override
    public void setCharacterEncoding(@Nullable String charset) {
        change(() -> super.setCharacterEncoding(charset));
    }

    /** As of Servlet 6.1; without it the call would go around us. */
    public void setCharacterEncoding(@Nullable Charset charset) {
        setCharacterEncoding(charset == null ? null : charset.name());
    }

    @Override
    public void setLocale(Locale locale) {
        change(() -> super.setLocale(locale));
    }

    /** Some hosts answer so to a condition, and Jetty's files; containers keep the headers and send no body. */
    private void beforeError(int status) {
        if (status == SC_NOT_MODIFIED && !isWithoutEffect()) {
            synchronized (withheld) {
                withheld.confirm();
            }
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        beforeError(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        beforeError(status);
        super.sendError(status, message);
    }

    @Override
    public boolean containsHeader(String name) {
        synchronized (withheld) {
            return withheld.get(name) != null || super.containsHeader(name);
        }
    }

    @Override
    public @Nullable String getHeader(String name) {
        synchronized (withheld) {
            List<String> kept = withheld.get(name);
            return kept != null ? kept.get(0) : super.getHeader(name);
        }
    }

    @Override
    public Collection<String> getHeaders(String name) {
        synchronized (withheld) {
            List<String> kept = withheld.get(name);
            return kept != null ? List.copyOf(kept) : super.getHeaders(name);
        }
    }

    @Override
    public Collection<String> getHeaderNames() {
        synchronized (withheld) {
            Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            Set<String> names = new LinkedHashSet<>();
            for (Collection<String> some : List.of(super.getHeaderNames(), withheld.names())) {
                some.stream().filter(seen::add).forEach(names::add);
            }
            return names;
        }
    }

    private static String httpDate(long date) {
        return Expiry.HTTP_DATE.format(Instant.ofEpochMilli(date).atZone(ZoneOffset.UTC));
    }
}
