package org.migrationmodes.source;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.JsonText;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * A document that was accepted, with what must be known of it after a restart.
 *
 * @param origin the path or URL that it came from
 * @param accepted when its content was first accepted
 * @param validator what came with it to ask with
 * @param text the document as it came
 */
record Copy(String origin, Instant accepted, @Nullable Validator validator, String text) {
    String toJson() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("origin", origin);
        object.put("accepted", accepted.toString());
        object.put("tag", validator == null ? null : validator.tag());
        object.put("modified", validator == null ? null : validator.modified());
        object.put("document", text);
        return JsonText.write(object);
    }

    static Copy fromJson(String json) throws InvalidDocument {
        Section section = Section.parse(json);
        return new Copy(
                section.required("origin").text(),
                section.required("accepted").time(),
                validator(section.value("tag"), section.value("modified")),
                section.required("document").text());
    }

    private static @Nullable Validator validator(@Nullable Value tag, @Nullable Value modified) throws InvalidDocument {
        return tag == null && modified == null
                ? null
                : new Validator(tag == null ? null : tag.text(), modified == null ? null : modified.text());
    }
}
