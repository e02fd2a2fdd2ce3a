package org.migrationmodes.forum;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands for a filter of the forum's own web.xml: marks each answer that it had a part in. */
public final class MarkingFilter extends HttpFilter {
    static final String HEADER = "X-Forum-Filter";
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(HEADER, "ran");
        chain.doFilter(request, response);
    }
}
