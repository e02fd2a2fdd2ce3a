package org.migrationmodes.testing.forum;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that a visitor can ask of the forum.
 *
 * @param action the module and the action, as {@code posts.insertSave}
 * @param kind what it does to the database
 * @param path relative to the web application, with the query
 * @param fields of the body, in this order; a name that begins with {@code file_} is sent as a file in a multipart body
 */
public record ForumRequest(
        String action, Kind kind, String method, String path, Body body, Map<String, String> fields) {
    /** What a request does to the database. */
    public enum Kind {
        /** Nothing. */
        READ,
        /** Nothing but a counter of {@link ForumFixture#COUNTERS}. */
        COUNTER,
        /** Nothing: it opens an editor. */
        FORM,
        /** Nothing, though the action's name is that of a write: a preview, or the question where to move to. */
        DISGUISED,
        /** Nothing but the visitor's last visit: login, logout. */
        SESSION,
        /** Changes what the forum stores. */
        WRITE
    }

    /** How the fields are sent. */
    public enum Body {
        NONE,
        URLENCODED,
        MULTIPART
    }

    private static final String BOUNDARY = "----ropeway7MA4YWxkTrZu0gW";

    /** The request to a forum whose web application has this root, which ends with a slash. */
    public HttpRequest.Builder to(URI root) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        return switch (body) {
            case NONE -> request.method(method, BodyPublishers.noBody());
            case URLENCODED ->
                request.method(method, BodyPublishers.ofString(urlencoded()))
                        .header("Content-Type", "application/x-www-form-urlencoded");
            case MULTIPART ->
                request.method(method, BodyPublishers.ofString(multipart()))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        };
    }

    private String urlencoded() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String multipart() {
        return fields.entrySet().stream()
                .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\""
                        + (field.getKey().startsWith("file_")
                                ? "; filename=\"" + field.getKey() + ".txt\"\r\nContent-Type: text/plain"
                                : "")
                        + "\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
    }

    @Override
    public String toString() {
        return action + ": " + kind + " by " + method + " " + path + " " + fields;
    }
}
