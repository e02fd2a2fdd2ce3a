package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Section;
import org.migrationmodes.gate.Census;
import org.migrationmodes.gate.GateFilter;
import org.migrationmodes.gate.GateSettings;
import org.migrationmodes.gate.Profiles;
import org.mockito.ArgumentCaptor;

class BypassCookieTest {
    private static final String TOKEN = "a-token-of-sufficient-length";

    private final AdminSettings settings = new AdminSettings();
    private Instant now = Instant.parse("2021-02-26T20:00:00Z");
    private final AdminPaths paths = new AdminPaths(
            () -> {
                throw new AssertionError("nobody asks for the status");
            },
            new Census(Flag.initial("wiki", Mode.NORMAL, now)),
            new GateSettings(Profiles.of(GateFilter.class, List.of()), BypassCookieTest.class.getClassLoader()),
            settings,
            Wording.beside(GateFilter.class),
            () -> now);

    @BeforeEach
    void configure() throws InvalidDocument {
        settings.prepare(Section.parse("{ \"admin\": { \"token\": \"" + TOKEN + "\" } }"))
                .run();
    }

    private static HttpServletRequest request(String method) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        ServletContext context = mock(ServletContext.class);
        when(context.getContextPath()).thenReturn("/app");
        when(request.getServletContext()).thenReturn(context);
        return request;
    }

    /** The value that the browser keeps once the token was shown. */
    private String show() throws IOException {
        HttpServletRequest request = request("POST");
        when(request.getParameter("token")).thenReturn(TOKEN);
        HttpServletResponse response = mock(HttpServletResponse.class);
        when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));
        paths.answer(request, response, "bypass");
        ArgumentCaptor<String> cookie = ArgumentCaptor.forClass(String.class);
        verify(response).addHeader(eq("Set-Cookie"), cookie.capture());
        assertThat(cookie.getValue()).contains("; Max-Age=43200;");
        return Objects.requireNonNull(cookie.getValue()).split("[=;]", 3)[1];
    }

    private boolean isInsider(String value) {
        HttpServletRequest request = request("GET");
        when(request.getCookies()).thenReturn(new Cookie[] {new Cookie(BypassCookie.NAME, value)});
        return paths.isInsider(request);
    }

    @Test
    void itHoldsForTwelveHoursAndNoSecondLonger() throws IOException {
        String value = show();

        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        assertThat(isInsider(value)).isTrue();
        now = now.plusSeconds(1);
        assertThat(isInsider(value)).isFalse();
        assertThat(isInsider(show())).isTrue();
    }

    @Test
    void itsEndIsSealed() throws IOException {
        String value = show();
        String later = now.plus(Duration.ofHours(99)).getEpochSecond() + value.substring(value.indexOf('.'));

        assertThat(isInsider(value)).isTrue();
        assertThat(isInsider(later)).isFalse();
    }
}
