package org.migrationmodes.testing;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says what arrived: context-params, the body's encoding and its length. */
public final class EchoServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = "a=" + getServletContext().getInitParameter("a") + " b="
                + getServletContext().getInitParameter("b") + " encoding=" + request.getCharacterEncoding()
                + " bytes=" + request.getInputStream().readAllBytes().length;
        System.getLogger(EchoServlet.class.getName()).log(System.Logger.Level.INFO, "echoed " + text);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
