package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.FakeRequest;

/** A form, however long its client says that it is. */
class FormBodyTest {
    private static final String LONG = "text=" + "a".repeat(300_000) + "&action=save";

    /** No length at all, less than there is behind a filter that has unpacked it, just that, and more than comes. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 299_999, 300_016, 300_017, 300_018, FormBody.MOST_BYTES})
    void isReadToItsEnd(long told) throws IOException {
        FormBody body = new FormBody(form(LONG, told));

        assertThat(LONG).hasSize(300_017);
        assertThat(body.parameters().values("action")).containsExactly("save");
        assertThat(body.parameters().values("text").get(0)).hasSize(300_000);
        assertThat(body.isHidden()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 5, FormBody.MOST_BYTES, FormBody.MOST_BYTES + 1})
    void ofOneThatIsTooLongNothingIsKnown(long told) throws IOException {
        FormBody body = new FormBody(form("text=" + "a".repeat(FormBody.MOST_BYTES), told));

        assertThat(body.isHidden()).isTrue();
        assertThat(body.parameters().all()).isEmpty();
        assertThat(body.bytes().all()).isEmpty();
    }

    @Test
    void isTextInUtf8AndBytesForThoseWhoKnowBetter() throws IOException {
        FormBody body = new FormBody(form("na%C3%AFf=caf%C3%A9+%21&x=%E9&x=1%2B1", -1));

        assertThat(body.parameters().values("naïf")).containsExactly("café !");
        assertThat(body.parameters().values("x")).containsExactly("\uFFFD", "1+1");
        assertThat(body.bytes().values("na\u00C3\u00AFf")).isEqualTo(List.of("caf\u00C3\u00A9 !"));
        assertThat(body.bytes().values("x")).containsExactly("\u00E9", "1+1");
    }

    /** Two plugins in one web application read it one after the other, and the host after both. */
    @Test
    void isThereForTheHostHoweverManyHaveReadIt() throws IOException {
        HttpServletRequest request = form(LONG, LONG.length());
        FormBody first = new FormBody(request);
        first.parameters();
        HttpServletRequest once = first.replayed(request);
        FormBody second = new FormBody(once);
        assertThat(second.parameters().values("action")).containsExactly("save");

        HttpServletRequest twice = second.replayed(once);

        assertThat(second.replayed(twice)).isSameAs(twice);
        assertThat(first.replayed(twice)).isSameAs(twice);
        assertThat(twice.getInputStream().readAllBytes()).asString(US_ASCII).isEqualTo(LONG);
    }

    private static HttpServletRequest form(String encoded, long told) {
        return new HttpServletRequestWrapper(
                FakeRequest.of("POST", "/save").form(encoded).servletRequest()) {
            @Override
            public long getContentLengthLong() {
                return told;
            }
        };
    }
}
