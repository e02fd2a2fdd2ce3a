package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose path the client spelled in another way than the container dispatches it. */
final class RawPathRequest extends HttpServletRequestWrapper {
    private final String raw;

    RawPathRequest(HttpServletRequest request, String raw) {
        super(request);
        this.raw = raw;
    }

    @Override
    public String getRequestURI() {
        return raw;
    }
}
