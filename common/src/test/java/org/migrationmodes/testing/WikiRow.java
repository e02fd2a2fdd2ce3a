package org.migrationmodes.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked of a wiki, by one or more methods. The texts may hold {@code $page}: the page that this
 * row and method have for themselves (and the attachment and the group of that name). Immutable.
 *
 * @param path stays as it is: it may be spelt oddly
 * @param query is always part of the target
 * @param fields go where the method puts them: into the query of GET and HEAD, into the body of the others
 * @param editor the form whose hidden fields belong to {@code fields}, null if none is needed
 * @param pageText what the page holds at first
 * @param proven whether a test shows on an open wiki that it does what {@code kind} says
 */
public record WikiRow(
        String name,
        Kind kind,
        @Nullable WikiUser user,
        List<String> methods,
        String path,
        Form query,
        Form fields,
        Encoding encoding,
        @Nullable String editor,
        String pageText,
        boolean proven) {
    /** What a request is to the wiki's contents. */
    public enum Kind {
        READ,
        FORM,
        WRITE,
        SESSION
    }

    /** How the fields stand in a body. */
    public enum Encoding {
        URLENCODED,
        /** The value of the field {@code content} is sent as a file. */
        MULTIPART,
        /** The value of the only field is the body, whatever its name. */
        XML
    }

    static WikiRow of(Kind kind, String name, String path, String... methods) {
        return new WikiRow(
                name,
                kind,
                null,
                List.of(methods),
                path,
                Form.of(),
                Form.of(),
                Encoding.URLENCODED,
                null,
                "Original text.\n",
                true);
    }

    WikiRow query(String... namesAndValues) {
        Form more = query.and(Form.of(namesAndValues));
        return new WikiRow(name, kind, user, methods, path, more, fields, encoding, editor, pageText, proven);
    }

    WikiRow fields(String... namesAndValues) {
        Form more = fields.and(Form.of(namesAndValues));
        return new WikiRow(name, kind, user, methods, path, query, more, encoding, editor, pageText, proven);
    }

    WikiRow as(WikiUser by) {
        return new WikiRow(name, kind, by, methods, path, query, fields, encoding, editor, pageText, proven);
    }

    WikiRow encoded(Encoding as) {
        return new WikiRow(name, kind, user, methods, path, query, fields, as, editor, pageText, proven);
    }

    WikiRow fromEditor(String target) {
        return new WikiRow(name, kind, user, methods, path, query, fields, encoding, target, pageText, proven);
    }

    WikiRow pageText(String text) {
        return new WikiRow(name, kind, user, methods, path, query, fields, encoding, editor, text, proven);
    }

    /** Known from the wiki's source, or off as shipped. */
    WikiRow unproven() {
        return new WikiRow(name, kind, user, methods, path, query, fields, encoding, editor, pageText, false);
    }

    /** The page of this row and method. */
    String page(String method) {
        return Arrays.stream((name + ' ' + method.toLowerCase(Locale.ROOT)).split("[^A-Za-z]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
