package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response to which nothing is written, and that costs next to nothing. */
final class StillResponse extends HttpServletResponseWrapper {
    StillResponse() {
        super((HttpServletResponse) Proxy.newProxyInstance(
                StillResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, given) -> {
                    throw new UnsupportedOperationException(called.toString());
                }));
    }

    @Override
    public int getStatus() {
        return SC_OK;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public boolean containsHeader(String name) {
        return false;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return List.of();
    }

    @Override
    public void setHeader(String name, String value) {
        // nobody reads it
    }

    @Override
    public void addHeader(String name, String value) {
        // nobody reads it
    }
}
