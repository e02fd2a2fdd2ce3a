package org.migrationmodes.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What another parser finds in a page. Whatever looks like a body tag gets an attribute of its own, and those of the
 * real ones arrive at the body element.
 *
 * @param first the number of the first real one, or -1
 * @param end where the tag ends in the text, or -1 if the parser does not tell
 * @param starts where all that look like one begin
 * @param generator what says to have made the page
 * @param charset what the page itself says to be written in
 */
record Oracle(int first, int end, List<Integer> starts, String generator, String charset) {
    private static final Pattern TAG = Pattern.compile("<body(?=[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]*charset\\s*=\\s*[\"']?([\\w:-]+)", Pattern.CASE_INSENSITIVE);
    private static final String PROBE = "data-probe-";

    static Oracle of(SourceText source) {
        StringBuilder probed = new StringBuilder();
        List<Integer> starts = probe(source.text(), probed);
        Document page = Parser.htmlParser().setTrackPosition(true).parseInput(probed.toString(), "");
        Element body = page.body();
        int first = -1;
        for (int i = starts.size() - 1; i >= 0; i--) {
            first = body.hasAttr(PROBE + i) ? i : first;
        }
        int end = -1;
        // an implied body, to which a later tag lends its attributes, has no place of its own
        if (first >= 0 && body.sourceRange().isTracked() && !body.sourceRange().isImplicit()) {
            end = body.sourceRange().endPos() + (source.text().startsWith("\uFEFF") ? 1 : 0);
            for (int i = 0; i <= first; i++) {
                end -= attribute(i).length();
            }
        }
        return new Oracle(first, end, starts, generator(page), charset(source));
    }

    /** Puts the attributes in. */
    static List<Integer> probe(String text, StringBuilder probed) {
        List<Integer> starts = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        while (tag.find()) {
            probed.append(text, from, tag.end()).append(attribute(starts.size()));
            from = tag.end();
            starts.add(tag.start());
        }
        probed.append(text, from, text.length());
        return starts;
    }

    private static String attribute(int number) {
        return " " + PROBE + number + "=\"\"";
    }

    private static String generator(Document page) {
        Element meta = page.selectFirst("meta[name~=(?i)^generator$]");
        String name = meta == null ? "" : meta.attr("content").strip();
        // without versions and the like
        name = name.split("[\\d(,;/]| [vV](?=\\d)| https?:|Vsnapshot", 2)[0].strip();
        return name.isEmpty() ? "none named" : name;
    }

    private static String charset(SourceText source) {
        String start = source.text().substring(0, Math.min(4096, source.text().length()));
        Matcher meta = META_CHARSET.matcher(start);
        String mark = source.text().startsWith("\uFEFF") ? source.charset() + " by its mark" : "";
        return !mark.isEmpty() ? mark : meta.find() ? meta.group(1).toLowerCase(Locale.ROOT) : "none named";
    }
}
