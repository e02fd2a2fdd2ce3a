package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what the host never sees: the paths under {@value #PREFIX}. */
@FunctionalInterface
public interface OwnPaths {
    /** How these paths begin, within the web application. */
    String PREFIX = "/.migration/";

    /**
     * Answers a request.
     *
     * @param request the request
     * @param response the response, nothing written yet
     * @param name what follows the prefix
     * @throws IOException if the answer cannot be written
     */
    void answer(HttpServletRequest request, HttpServletResponse response, String name) throws IOException;
}
