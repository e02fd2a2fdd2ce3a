package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawHttp;
import org.migrationmodes.testing.WikiChange;
import org.migrationmodes.testing.WikiRequest;
import org.migrationmodes.testing.WikiRow;

/** What a request must do to a wiki, judged by what is stored and by the answer. */
final class RowCheck {
    private final RawHttp http;
    private final WikiChange change;

    /**
     * Judges requests.
     *
     * @param change since before the first of them
     */
    RowCheck(RawHttp http, WikiChange change) {
        this.http = http;
        this.change = change;
    }

    /** It is what its row says. */
    void works(WikiRequest request) {
        RawAnswer answer = http.send(request.request());

        if (request.kind() == WikiRow.Kind.WRITE) {
            assertThat(change.text()).as("%s: %s", request, answer).contains(request.page());
        } else {
            isAnswered(request, answer);
            assertThat(change.text()).as("%s: %s", request, answer).isEmpty();
        }
    }

    /** It reads, or it is refused. What it stored is to be seen by {@link #nothingWasStored} after all of them. */
    void readsOrIsRefused(WikiRequest request) {
        RawAnswer answer = http.send(request.request());

        if (isRefusedWhereWritesAre(request)) {
            isRefused(request, answer);
        } else {
            isAnswered(request, answer);
        }
    }

    /** It is refused, whatever it is. */
    void isRefused(WikiRequest request) {
        isRefused(request, http.send(request.request()));
    }

    /** Each request has a page of its own, which tells whose fault a change is. */
    void nothingWasStored() {
        assertThat(change.text()).isEmpty();
    }

    /** Where the kit cannot prove that a row is harmless, such as a remote call, it has to be refused. */
    private static boolean isRefusedWhereWritesAre(WikiRequest request) {
        return !request.proven() || request.kind() == WikiRow.Kind.WRITE || request.kind() == WikiRow.Kind.FORM;
    }

    private static void isAnswered(WikiRequest request, RawAnswer answer) {
        assertThat(answer.status()).as("%s: %s", request, answer).isIn(200, 302);
    }

    private static void isRefused(WikiRequest request, RawAnswer answer) {
        assertThat(answer.status()).as("%s: %s", request, answer).isEqualTo(503);
        assertThat(answer.header("Retry-After")).as(request.name()).isPresent();
        assertThat(answer.header("Cache-Control")).as(request.name()).hasValue("no-store");
        assertThat(answer.header("Location")).as(request.name()).isEmpty();
    }
}
