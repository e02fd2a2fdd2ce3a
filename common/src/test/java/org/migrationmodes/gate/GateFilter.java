package org.migrationmodes.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Puts a test's {@link ModeFilter} into a web application, by the init-param {@code gate}. */
public final class GateFilter implements Filter {
    static final Map<String, ModeFilter> GATES = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ModeFilter gate;

    @Override
    public void init(FilterConfig config) {
        gate = Objects.requireNonNull(GATES.get(config.getInitParameter("gate")));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        gate.doFilter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }
}
