package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CookieJarTest {
    private final CookieJar jar = new CookieJar();

    @Test
    void sendsWhatItWasGiven() {
        jar.take(answer("JSESSIONID=1; Path=/wiki; HttpOnly", "name=a=b"));

        assertThat(sent()).contains("\r\nCookie: JSESSIONID=1; name=a=b\r\n");
    }

    @Test
    void forgetsWhatTheServerTakesBack() {
        jar.take(answer("a=1", "b=2"));
        jar.take(answer("a=; Path=/", "b=deleted; Max-Age=0"));

        assertThat(sent()).doesNotContain("Cookie");
    }

    private String sent() {
        return new String(jar.with(RawRequest.get("/")).bytes("localhost"), StandardCharsets.US_ASCII);
    }

    private static RawAnswer answer(String... cookies) {
        return new RawAnswer(
                200,
                "",
                Arrays.stream(cookies)
                        .map(cookie -> new RawAnswer.Header("Set-Cookie", cookie))
                        .toList(),
                new byte[0],
                new byte[0]);
    }
}
