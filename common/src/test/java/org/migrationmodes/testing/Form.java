package org.migrationmodes.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of a form, in their order; a name may come more than once. Immutable. */
public record Form(List<Field> fields) {
    /** One field, not yet encoded. */
    public record Field(String name, String value) {}

    public Form {
        fields = List.copyOf(fields);
    }

    public static Form of(String... namesAndValues) {
        Form form = new Form(List.of());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form = form.and(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    public Form and(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Form(more);
    }

    public Form and(Form other) {
        List<Field> more = new ArrayList<>(fields);
        more.addAll(other.fields);
        return new Form(more);
    }

    /** As in a query or a body of {@code application/x-www-form-urlencoded}, in UTF-8. */
    public String encoded() {
        return fields.stream()
                .map(field -> encode(field.name()) + '=' + encode(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
