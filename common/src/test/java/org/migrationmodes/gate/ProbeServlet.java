package org.migrationmodes.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the host: does what the test says, for any method. */
public final class ProbeServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    static final Map<String, Probe> PROBES = new ConcurrentHashMap<>();

    /** What the host does with a request. */
    interface Probe {
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Objects.requireNonNull(PROBES.get(getInitParameter("gate"))).serve(request, response);
    }
}
