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
 * @param validator the entity tag that came with it
 * @param text the document as it came
 */
record Copy(String origin, Instant accepted, @Nullable String validator, String text) {
    String toJson() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("origin", origin);
        object.put("accepted", accepted.toString());
        object.put("validator", validator);
        object.put("document", text);
        return JsonText.write(object);
    }

    static Copy fromJson(String json) throws InvalidDocument {
        Section section = Section.parse(json);
        Value validator = section.value("validator");
        return new Copy(
                section.required("origin").text(),
                section.required("accepted").time(),
                validator == null ? null : validator.text(),
                section.required("document").text());
    }
}
