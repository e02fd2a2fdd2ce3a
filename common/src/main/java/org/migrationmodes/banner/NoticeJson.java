package org.migrationmodes.banner;

import java.util.LinkedHashMap;
import java.util.Map;
import org.migrationmodes.flag.Texts;

/** What a notice says, for the script that shows it in an open tab. */
public final class NoticeJson {
    private NoticeJson() {}

    /**
     * The banner, or what stands in place of the page where nothing can be read.
     *
     * @param notice of a mode other than normal
     * @return an object for JSON
     */
    public static Map<String, Object> banner(Notice notice) {
        Map<String, Object> object = inItsLanguage(notice);
        object.put("label", notice.words("label"));
        object.put("title", notice.title());
        Texts.Text detail = notice.detail();
        object.put("detail", inItsLanguage(detail, "text"));
        Notice.Moment moment = notice.moment();
        if (moment != null) {
            Map<String, Object> sentence = new LinkedHashMap<>();
            sentence.put("before", moment.before());
            sentence.put("time", moment.time().toString());
            sentence.put("shown", moment.shown());
            sentence.put("after", moment.after());
            object.put("moment", sentence);
        }
        Notice.Link link = notice.link();
        if (link != null) {
            Map<String, Object> label = inItsLanguage(link.label(), "label");
            label.put("url", link.url());
            object.put("link", label);
        }
        return object;
    }

    /**
     * What is said beside an open editor.
     *
     * @param notice of any mode
     * @return an object for JSON
     */
    public static Map<String, Object> editor(Notice notice) {
        Map<String, Object> object = inItsLanguage(notice);
        for (String key : new String[] {"soon", "countdown", "frozen", "open"}) {
            object.put(key, notice.words("editor." + key));
        }
        return object;
    }

    private static Map<String, Object> inItsLanguage(Notice notice) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("language", notice.language());
        object.put("dir", notice.direction());
        return object;
    }

    private static Map<String, Object> inItsLanguage(Texts.Text text, String key) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("language", text.language());
        object.put("dir", Direction.of(text.language()));
        object.put(key, text.text());
        return object;
    }
}
