package org.migrationmodes.forum;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.Multipart;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.forum.ForumRequest;

/** The ways in which the forum takes one and the same call. */
final class Ways {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS", "PUT");

    private Ways() {}

    /** As the forum's own pages ask. */
    static RawRequest usual(ForumRequest request) {
        String target = PluggedForum.CONTEXT + "/" + request.path();
        Form fields = fields(request);
        return switch (request.body()) {
            case NONE -> RawRequest.of(request.method(), target);
            case URLENCODED -> RawRequest.of(request.method(), target).form(fields);
            case MULTIPART -> multipart(request.method(), target, fields);
        };
    }

    /** By each method, with everything in the path, in the query or in an urlencoded body. */
    static List<RawRequest> inTheOpen(ForumRequest request) {
        List<RawRequest> ways = new ArrayList<>();
        ways.add(usual(request));
        Form form = parameters(request);
        if (form.fields().isEmpty()) {
            METHODS.forEach(method -> ways.add(RawRequest.of(method, PluggedForum.CONTEXT + "/" + request.path())));
            return ways;
        }
        String front = PluggedForum.CONTEXT + "/jforum.page";
        METHODS.forEach(method -> ways.add(RawRequest.of(method, front + "?" + form.encoded())));
        ways.add(RawRequest.of("POST", front).form(form));
        return ways;
    }

    /** As a form by other methods than POST, which some hosts take for one and the servlet specification does not. */
    static List<RawRequest> oddForms(ForumRequest request) {
        Form form = parameters(request);
        return form.fields().isEmpty()
                ? List.of()
                : METHODS.stream()
                        .filter(method -> !method.equals("POST"))
                        .map(method -> RawRequest.of(method, PluggedForum.CONTEXT + "/jforum.page?x=1")
                                .form(form))
                        .toList();
    }

    /** With everything in a multipart body, where a filter cannot see it. */
    static List<RawRequest> hidden(ForumRequest request) {
        Form form = parameters(request);
        // without any query the path of anything but a POST would decide
        String front = PluggedForum.CONTEXT + "/jforum.page?x=1";
        return form.fields().isEmpty()
                ? List.of()
                : METHODS.stream().map(method -> multipart(method, front, form)).toList();
    }

    /** All of them. */
    static List<RawRequest> all(ForumRequest request) {
        List<RawRequest> all = new ArrayList<>(inTheOpen(request));
        all.addAll(hidden(request));
        all.addAll(oddForms(request));
        return all;
    }

    static RawRequest multipart(String method, String target, Form form) {
        Multipart body = new Multipart();
        for (Form.Field field : form.fields()) {
            if (field.name().startsWith("file_")) {
                body.file(field.name(), field.name() + ".txt", field.value().getBytes(StandardCharsets.UTF_8));
            } else {
                body.field(field.name(), field.value());
            }
        }
        return RawRequest.of(method, target).body(body.contentType(), body.bytes());
    }

    /** What the query or the body says; empty where the path says it all. */
    private static Form parameters(ForumRequest request) {
        int query = request.path().indexOf('?');
        return query < 0 ? fields(request) : parse(request.path().substring(query + 1));
    }

    private static Form fields(ForumRequest request) {
        Form form = Form.of();
        for (var field : request.fields().entrySet()) {
            form = form.and(field.getKey(), field.getValue());
        }
        return form;
    }

    private static Form parse(String query) {
        Form form = Form.of();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form = form.and(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
