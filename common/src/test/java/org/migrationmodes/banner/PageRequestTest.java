package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageRequestTest {
    private static final byte[] BANNER = "<div>banner</div>".getBytes(US_ASCII);
    private static final String MARK = EntityTags.mark(BANNER);

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @BeforeEach
    void aRequest() {
        when(request.getMethod()).thenReturn("GET");
        when(request.getHeader(anyString()))
                .thenAnswer(call -> headers.getOrDefault(call.<String>getArgument(0), List.of()).stream()
                        .findFirst()
                        .orElse(null));
        when(request.getHeaders(anyString()))
                .thenAnswer(
                        call -> Collections.enumeration(headers.getOrDefault(call.<String>getArgument(0), List.of())));
        when(request.getHeaderNames()).thenAnswer(call -> Collections.enumeration(headers.keySet()));
        when(request.getDateHeader(anyString())).thenReturn(1L);
        when(request.getIntHeader(anyString())).thenReturn(1);
    }

    private HttpServletRequest seen() {
        return PageRequest.of(request, () -> BANNER);
    }

    private @Nullable String seen(String name) {
        HttpServletRequest seen = seen();
        List<String> all = Collections.list(seen.getHeaders(name));
        String first = seen.getHeader(name);
        assertThat(all).isEqualTo(first == null ? List.of() : List.of(first));
        assertThat(Collections.list(seen.getHeaderNames()).stream().anyMatch(name::equalsIgnoreCase))
                .isEqualTo(first != null);
        return first;
    }

    @Test
    void whatAHostMustNotSeeIsHiddenHoweverItAsks() {
        for (String name : List.of(
                "Accept-Encoding", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range")) {
            headers.put(name, List.of("gzip", "x"));
            for (String spelling :
                    List.of(name, name.toLowerCase(java.util.Locale.ROOT), name.toUpperCase(java.util.Locale.ROOT))) {
                assertThat(seen(spelling)).as(spelling).isNull();
                assertThat(seen().getDateHeader(spelling)).isEqualTo(-1);
                assertThat(seen().getIntHeader(spelling)).isEqualTo(-1);
            }
        }
        headers.put("X-Other", List.of("x"));
        assertThat(seen("x-other")).isEqualTo("x");
        assertThat(seen().getDateHeader("x-other")).isEqualTo(1);
        assertThat(seen().getIntHeader("x-other")).isEqualTo(1);
    }

    @Test
    void tagsOfPagesWithTheBannerAreTheHostsOwnAgain() {
        headers.put("If-None-Match", List.of("\"old\", W/\"v1" + MARK + "\"", "\"v2" + MARK + "\""));
        headers.put("If-Match", List.of("\"v3" + MARK + "\""));
        assertThat(seen("if-none-match")).isEqualTo("W/\"v1\", \"v2\"");
        assertThat(seen("if-match")).isEqualTo("\"v3\"");
        assertThat(((PageRequest) seen()).confirmable()).isEqualTo(MARK);
    }

    @Test
    void aRequiredPageThatIsNotThereIsNoOther() {
        headers.put("If-Match", List.of("\"v3\""));
        assertThat(seen("if-match")).isEqualTo("\"~banner-none\"");
        assertThat(((PageRequest) seen()).confirmable()).isNull();
    }

    @Test
    void aStarIsAStar() {
        headers.put("If-Match", List.of("*"));
        headers.put("If-None-Match", List.of("*"));
        assertThat(seen("if-match")).isEqualTo("*");
        assertThat(seen("if-none-match")).isEqualTo("*");
    }

    @Test
    void aBannerThatCannotBeMadeConfirmsNothing() {
        headers.put("If-None-Match", List.of("\"v1" + MARK + "\""));
        Supplier<byte[]> broken = () -> {
            throw new IllegalStateException("on purpose");
        };
        assertThat(PageRequest.of(request, broken).getHeader("If-None-Match")).isNull();
    }

    @Test
    void theBannerIsNotMadeForNothing() {
        headers.put("If-None-Match", List.of("\"v1\""));
        Supplier<byte[]> never = () -> {
            throw new AssertionError("asked for");
        };
        assertThat(PageRequest.of(request, never).getHeader("If-None-Match")).isNull();
    }

    @Test
    void aWriteKeepsItsConditions() {
        when(request.getMethod()).thenReturn("POST");
        headers.put("If-Match", List.of("\"v1\"", "\"v2\""));
        headers.put("Accept-Encoding", List.of("gzip"));
        assertThat(Collections.list(seen().getHeaders("If-Match"))).containsExactly("\"v1\"", "\"v2\"");
        assertThat(seen("Accept-Encoding")).isNull();
    }

    @Test
    void isFoundUnderTheHostsWrappersButNoOtherPluginsIs() {
        PageRequest ours = PageRequest.of(request, () -> BANNER);
        assertThat(ours.isIn(ours)).isTrue();
        assertThat(ours.isIn(new HttpServletRequestWrapper(PageRequest.of(ours, () -> BANNER))))
                .isTrue();
        assertThat(ours.isIn(new HttpServletRequestWrapper(seen()))).isFalse();
    }

    @Test
    void tomcatsOfferToSendFilesIsHidden() {
        when(request.getAttribute(anyString())).thenReturn(true);
        when(request.getAttributeNames())
                .thenAnswer(call -> Collections.enumeration(List.of("org.apache.tomcat.sendfile.support", "other")));
        assertThat(seen().getAttribute("org.apache.tomcat.sendfile.support")).isNull();
        assertThat(seen().getAttribute("other")).isEqualTo(true);
        assertThat(Collections.list(seen().getAttributeNames())).containsExactly("other");
    }

    /** Who says that it wants no page may stand before others who do, with a cache between. */
    @Test
    void whatTheClientWantsMakesNoDifference() {
        headers.put("Accept", List.of("image/png"));
        headers.put("If-None-Match", List.of("\"v1\""));
        assertThat(seen("If-None-Match")).isNull();
    }
}
