package org.migrationmodes.plugin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter of the host's web.xml: whatever passes it bears a header, and those that the parameter {@code header} names. */
public final class HostFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).addHeader("Host-Filter", "passed");
        String[] headers = request.getParameterValues("header");
        for (String header : headers == null ? new String[0] : headers) {
            String[] parts = header.split(": ", 2);
            ((HttpServletResponse) response).addHeader(parts[0], parts[1]);
        }
        chain.doFilter(request, response);
    }
}
