package org.migrationmodes.corpus;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves a file with the attributes of the {@link Oracle}, for a browser to judge. */
public final class ProbedServlet extends HttpServlet {
    static final String PATH = "/probed";
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SourceText source =
                SourceText.of(Files.readAllBytes(Path.of(getServletContext().getRealPath(request.getPathInfo()))));
        StringBuilder probed = new StringBuilder();
        Oracle.probe(source.text(), probed);
        response.setContentType("text/html;charset=" + source.charset());
        response.getOutputStream().write(probed.toString().getBytes(source.charset()));
    }
}
