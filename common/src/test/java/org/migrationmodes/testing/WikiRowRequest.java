package org.migrationmodes.testing;

import java.nio.charset.StandardCharsets;

/** Turns one row into one request. */
final class WikiRowRequest {
    private final WikiRow row;
    private final String method;

    WikiRowRequest(WikiRow row, String method) {
        this.row = row;
        this.method = method;
    }

    RawRequest prepare(WikiBrowser browser) {
        Form fields = filled(row.fields());
        if (row.editor() != null) {
            fields = fields.and(browser.hiddenFields(filled(row.editor())));
        }
        return browser.ready(request(fields));
    }

    private RawRequest request(Form fields) {
        Form query = filled(row.query());
        boolean hasBody = !method.equals("GET") && !method.equals("HEAD");
        RawRequest request = RawRequest.of(method, target(hasBody ? query : query.and(fields)));
        if (!hasBody) {
            return request;
        }
        return switch (row.encoding()) {
            case URLENCODED -> request.form(fields);
            case XML -> request.body("text/xml", utf8(fields.fields().get(0).value()));
            case MULTIPART -> {
                Multipart body = multipart(fields);
                yield request.body(body.contentType(), body.bytes());
            }
        };
    }

    private static Multipart multipart(Form fields) {
        Multipart body = new Multipart();
        for (Form.Field field : fields.fields()) {
            if (field.name().equals("content")) {
                body.file("content", "new.txt", utf8(field.value()));
            } else {
                body.field(field.name(), field.value());
            }
        }
        return body;
    }

    private String target(Form query) {
        String path = filled(row.path());
        return query.fields().isEmpty() ? path : path + '?' + query.encoded();
    }

    private Form filled(Form form) {
        return new Form(form.fields().stream()
                .map(field -> new Form.Field(field.name(), filled(field.value())))
                .toList());
    }

    private String filled(String text) {
        return text.replace("$page", row.page(method));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
