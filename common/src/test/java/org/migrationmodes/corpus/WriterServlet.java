package org.migrationmodes.corpus;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves a file as characters, in pieces. */
public final class WriterServlet extends HttpServlet {
    private static final int PIECE = 1021;
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SourceText text =
                SourceText.of(Files.readAllBytes(Path.of(getServletContext().getRealPath(request.getPathInfo()))));
        response.setContentType("text/html;charset=" + text.charset());
        PrintWriter out = response.getWriter();
        for (int from = 0; from < text.text().length(); from += PIECE) {
            out.write(text.text(), from, Math.min(PIECE, text.text().length() - from));
        }
    }
}
