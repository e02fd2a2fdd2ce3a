package org.migrationmodes.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that costs next to nothing: what a filter asks for is there, in fields, and nothing is allocated. */
final class StillRequest extends HttpServletRequestWrapper {
    private static final String BROWSER_ACCEPTS = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final String method;
    private final String path;
    private final @Nullable String query;
    private final @Nullable String contentType;
    private final @Nullable String[] names = new String[4];
    private final @Nullable Object[] values = new Object[4];
    private int attributes;

    /**
     * @param target a path, and a query if it has one
     */
    StillRequest(String method, String target, @Nullable String contentType) {
        super((HttpServletRequest) Proxy.newProxyInstance(
                StillRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, given) -> {
                    throw new UnsupportedOperationException(called.toString());
                }));
        int mark = target.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? null : target.substring(mark + 1);
        this.contentType = contentType;
    }

    /** The same request comes once more. */
    StillRequest again() {
        // what is not written shares its cache line with anything
        if (attributes != 0) {
            attributes = 0;
        }
        return this;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getContentType() {
        return contentType;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return switch (name) {
            case "Accept" -> BROWSER_ACCEPTS;
            case "Accept-Language" -> "en";
            case "Content-Type" -> contentType;
            case "Sec-Fetch-Dest" -> "document";
            default -> null;
        };
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = getHeader(name);
        return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        for (int i = 0; i < attributes; i++) {
            if (name.equals(names[i])) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        names[attributes] = name;
        values[attributes++] = value;
    }

    @Override
    public void removeAttribute(String name) {
        // none is read again
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public @Nullable ServletContext getServletContext() {
        return null;
    }
}
