package org.migrationmodes.flag;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of a flag as JSON objects, in the words of the document. */
public final class FlagWriter {
    private FlagWriter() {}

    /**
     * A document that says no more than what holds now for one service.
     *
     * @param flag what holds
     * @return a valid document
     */
    public static String document(Flag flag) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("mode", flag.mode().word());
        service.put("until", flag.until() == null ? null : flag.until().toString());
        service.put("message", texts(flag.message()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("epoch", flag.epoch());
        document.put("announcement", announcement(flag.announcement()));
        document.put("services", Map.of(flag.service(), service));
        return JsonText.write(document);
    }

    /**
     * The announcement as an object.
     *
     * @param announcement may be missing
     * @return null if it is
     */
    public static @Nullable Map<String, Object> announcement(@Nullable Announcement announcement) {
        if (announcement == null) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("url", announcement.url().toString());
        object.put("title", texts(announcement.title()));
        return object;
    }

    /**
     * Texts by their language.
     *
     * @param texts may be none
     * @return null if there are none
     */
    public static @Nullable Map<String, String> texts(Texts texts) {
        return texts.byLanguage().isEmpty() ? null : texts.byLanguage();
    }
}
