package org.migrationmodes.gate;

import org.migrationmodes.banner.Notice;
import org.migrationmodes.flag.Flag;

/**
 * What was refused, and what there is to say about it.
 *
 * @param flag the flag that refused it
 * @param verdict what the request was
 * @param notice the words
 */
record Refusal(Flag flag, Verdict verdict, Notice notice) {
    /** What has happened to the visitor's request, in a sentence. */
    String outcome() {
        return notice.words("refused." + verdict.word());
    }

    String inOneLine() {
        Notice.Link link = notice.link();
        String line = outcome() + " " + notice.title() + " " + notice.detail().text() + moment()
                + (link == null ? "" : " " + link.url());
        // The flag's own text may have several lines, or what a terminal would obey.
        return line.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    private String moment() {
        Notice.Moment moment = notice.moment();
        return moment == null ? "" : " " + moment.before() + moment.shown() + moment.after();
    }
}
