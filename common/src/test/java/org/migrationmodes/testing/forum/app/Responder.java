package org.migrationmodes.testing.forum.app;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a reply: HTML through {@code getOutputStream()}, flushed before its end and so chunked, without an ETag. */
final class Responder {
    private static final String HTML = "text/html; charset=UTF-8";

    private final Call call;
    private final HttpServletResponse response;

    Responder(Call call, HttpServletResponse response) {
        this.call = call;
        this.response = response;
    }

    void send(Reply reply) throws IOException {
        if (reply instanceof Reply.Page page) {
            write(HTML, Layout.page(call, page).toString().getBytes(StandardCharsets.UTF_8));
        } else if (reply instanceof Reply.Fragment fragment) {
            write(HTML, fragment.body().toString().getBytes(StandardCharsets.UTF_8));
        } else if (reply instanceof Reply.Redirect redirect) {
            response.sendRedirect(call.context() + redirect.path());
        } else if (reply instanceof Reply.Text text) {
            write(text.contentType(), text.bytes());
        } else if (reply instanceof Reply.Image image) {
            write(image.content());
        } else if (reply instanceof Reply.Download download) {
            download(download);
        }
    }

    private void download(Reply.Download download) throws IOException {
        String encoded =
                URLEncoder.encode(download.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        String plain = download.fileName().replaceAll("[^ -~]|[\"\\\\]", "_");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
        response.setContentLength(download.content().length);
        write(download.contentType(), download.content());
    }

    private void write(String contentType, byte[] content) throws IOException {
        response.setContentType(contentType);
        write(content);
    }

    private void write(byte[] content) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(content);
        out.flush();
    }
}
