package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationmodes.gate.TypedText.Field;
import org.migrationmodes.testing.FakeRequest;

class TypedTextTest {
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=----x";

    @Test
    void givesBackWhatAFormHeldTheLongestFirst() throws IOException {
        assertThat(typed(URLENCODED, "title=Gr%C3%BC%C3%9Fe&text=First+line%0D%0ASecond+line&empty=&blank=+"))
                .containsExactly(new Field("text", "First line\r\nSecond line"), new Field("title", "Grüße"));
    }

    @Test
    void givesBackTheTextsOfAMultipartFormAndNoFile() throws IOException {
        String body = """
                preamble
                ------x
                Content-Disposition: form-data; name="message"

                Καλημέρα,
                ------x is no delimiter in the middle of a line? It is at the start of one.
                ------x
                content-disposition: form-data; name="subject"
                Content-Type: text/plain

                Grüße
                ------x
                Content-Disposition: form-data; name="file"; filename="a.txt"

                secret plans
                ------x
                Content-Disposition: form-data; filename*=UTF-8''b.txt; name="file2"

                more plans
                ------x--
                """.replace("\n", "\r\n");

        List<Field> fields = typed(MULTIPART, body);

        assertThat(fields).contains(new Field("subject", "Grüße"));
        assertThat(fields)
                .anyMatch(
                        field -> field.name().equals("message") && field.text().startsWith("Καλημέρα"));
        assertThat(fields.toString()).doesNotContain("plans");
    }

    @Test
    void readsWhatAnOlderPageSent() throws IOException {
        assertThat(typed(URLENCODED, "text=Gr%FC%DFe+%80")).containsExactly(new Field("text", "Grüße €"));
    }

    @Test
    void neverGivesBackPasswordsAndTokens() throws IOException {
        assertThat(typed(
                        URLENCODED,
                        "password=a+b&j_password=a+b&PASSWORD2=a+b&pwd=a+b&pass=a+b&userpass=a+b&pass2=a+b&auth=a+b&key=a+b&form_token=a+b&X-XSRF-TOKEN=a+b&csrf=a+b"
                                + "&captcha=a+b&session_id=a+b&api_key=a+b&message=kept"))
                .containsExactly(new Field("message", "kept"));
    }

    @Test
    void survivesWhatIsNoForm() throws IOException {
        for (String body : List.of("", "------x", "------x\r\n", "------x\r\n\r\n\r\n------x--", "\r\n\r\n")) {
            assertThat(typed(MULTIPART, body)).as(body).isEmpty();
        }
        assertThat(typed("multipart/form-data", "------x\r\n")).isEmpty();
        assertThat(typed("text/plain", "a=b")).isEmpty();
    }

    @Test
    void givesBackTheTextBeforeAFileHoweverLongThatIs() throws IOException {
        String body = """
                ------x
                Content-Disposition: form-data; name="message"

                A long evening's work
                ------x
                Content-Disposition: form-data; name="file"; filename="a.bin"

                %s
                ------x--
                """.replace("\n", "\r\n").formatted("x".repeat(2 * TypedText.MOST_BYTES));

        assertThat(typed(MULTIPART, body)).containsExactly(new Field("message", "A long evening's work"));
    }

    @Test
    void namesThatOnlySoundSecretLoseNothing() throws IOException {
        assertThat(typed(URLENCODED, "author=Anna&passage=a&footprint=b&keywords=c&monkey=d"))
                .hasSize(5);
    }

    @Test
    void whatAPersonWroteIsToldFromWhatAButtonSays() {
        assertThat(new Field("text", "two words").isProse()).isTrue();
        assertThat(new Field("text", "一言").isProse()).isTrue();
        assertThat(new Field("state", "x".repeat(41)).isProse()).isFalse();
        assertThat(new Field("ok", "Save").isProse()).isFalse();
        assertThat(new Field("encodingcheck", "ぁ").isProse()).isFalse();
    }

    private static List<Field> typed(String type, String body) throws IOException {
        HttpServletRequest request =
                FakeRequest.of("POST", "/save").body(type, body).servletRequest();
        return TypedText.of(request, new FormBody(request));
    }

    /** A browser tells the length; what comes in chunks is as long as it is. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void ofALongerFormNothingIsGivenBackHoweverItComes(int beyond, int fields) {
        String form = "text=" + "a".repeat(TypedText.MOST_BYTES - "text=".length() + beyond);
        HttpServletRequest chunked =
                new HttpServletRequestWrapper(
                        FakeRequest.of("POST", "/save").form(form).servletRequest()) {
                    @Override
                    public long getContentLengthLong() {
                        return -1;
                    }
                };

        assertThat(TypedText.of(chunked, new FormBody(chunked))).hasSize(fields);
    }
}
