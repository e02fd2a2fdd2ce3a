package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not show at the wire: in how many writes, of which pieces, and what the filter is told. */
class BannerResponseTest {

    private static final int BOUND = new BannerSettings().search();

    private static final String PAGE = "<html><body>text";

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse container = mock(HttpServletResponse.class);
    private final ServletOutputStream stream = mock(ServletOutputStream.class);
    private final List<String> writes = new ArrayList<>();
    private final BannerResponse response =
            new BannerResponse(request, container, new BannerSettings(), () -> "[b]".getBytes(US_ASCII));

    @BeforeEach
    void aPage() throws IOException {
        when(container.getContentType()).thenReturn("text/html");
        when(container.getStatus()).thenReturn(200);
        when(container.getOutputStream()).thenReturn(stream);
        doAnswer(call -> writes.add(new String(
                        Arrays.copyOfRange(
                                call.<byte[]>getArgument(0),
                                call.<Integer>getArgument(1),
                                call.<Integer>getArgument(1) + call.<Integer>getArgument(2)),
                        US_ASCII)))
                .when(stream)
                .write(any(byte[].class), anyInt(), anyInt());
    }

    @Test
    void aBlockingHostsBytesAreNotCopied() throws IOException {
        response.getOutputStream().write(PAGE.getBytes(US_ASCII));
        assertThat(writes).containsExactly("<html><body>", "[b]", "text");
        assertThat(response.isInserted()).isTrue();
    }

    @Test
    void nothingFollowsATagThatEndsThePiece() throws IOException {
        response.getOutputStream().write(PAGE.getBytes(US_ASCII), 0, 12);
        assertThat(writes).containsExactly("<html><body>", "[b]");
    }

    @Test
    void aNonBlockingHostsWriteStaysOne() throws IOException {
        response.getOutputStream().setWriteListener(mock(WriteListener.class));
        for (byte b : "<html><body".getBytes(US_ASCII)) {
            response.getOutputStream().write(b);
        }
        writes.clear();
        response.getOutputStream().write(">text".getBytes(US_ASCII));
        assertThat(writes).containsExactly(">[b]text");
    }

    @Test
    void whatIsHeldGoesOutAsSoonAsTheRequestIsAsynchronous() throws IOException {
        response.setContentLength(PAGE.length());
        response.getOutputStream().write(PAGE.getBytes(US_ASCII), 0, 6);
        assertThat(writes).isEmpty();
        response.neverHold();
        assertThat(writes).containsExactly("<html>");
        response.getOutputStream().write(PAGE.getBytes(US_ASCII), 6, 3);
        assertThat(writes).containsExactly("<html>", "<bo");
    }

    @Test
    void whatIsHeldGoesOutBeforeAWriteListenerIsSet() throws IOException {
        response.setContentLength(PAGE.length());
        response.getOutputStream().write(PAGE.getBytes(US_ASCII), 0, 6);
        response.getOutputStream().setWriteListener(mock(WriteListener.class));
        assertThat(writes).containsExactly("<html>");
    }

    @Test
    void aHeldLineEndsAsTheContainersLinesDo() throws IOException {
        StringWriter written = new StringWriter();
        when(container.getWriter()).thenReturn(new PrintWriter(written) {
            @Override
            public void println() {
                write("[end]");
            }
        });
        response.setContentLength(100);
        response.getWriter().println("<html>");
        response.getWriter().print("\n<head>");
        response.getWriter().println();
        assertThat(written).hasToString("");
        response.getWriter().println("<body>");
        assertThat(written).hasToString("<html>[end]\n<head>[end]<body>[b][end]");
    }

    @Test
    void atMostTheBoundIsHeld() throws IOException {
        byte[] page = ("<!--" + "x".repeat(BOUND)).getBytes(US_ASCII);
        response.setContentLength(1 << 20);
        response.getOutputStream().write(page, 0, BOUND - 1);
        assertThat(writes).isEmpty();
        response.getOutputStream().write(page, BOUND - 1, 1);
        assertThat(String.join("", writes)).hasSize(BOUND);
    }

    @Test
    void aBannerThatCannotBeRenderedIsNone() throws IOException {
        BannerResponse broken = new BannerResponse(request, container, new BannerSettings(), () -> {
            throw new IllegalStateException("on purpose");
        });
        broken.getOutputStream().write(PAGE.getBytes(US_ASCII));
        new BannerResponse(request, container, new BannerSettings(), () -> new byte[0])
                .getOutputStream()
                .write(PAGE.getBytes(US_ASCII));
        assertThat(writes).containsExactly(PAGE, PAGE);
        assertThat(broken.isInserted()).isFalse();
    }

    /** It is asked again for a page that states policies, and may fail then. */
    @Test
    void aBannerThatCannotBeRenderedAtItsPlaceIsNone() throws IOException {
        String page = "<meta http-equiv=content-security-policy content=x><body>text";
        for (int length : new int[] {-1, page.length()}) {
            writes.clear();
            List<List<String>> asked = new ArrayList<>();
            BannerResponse broken = new BannerResponse(
                    request,
                    container,
                    new BannerSettings(),
                    metas -> {
                        asked.add(metas);
                        if (!metas.isEmpty()) {
                            throw new IllegalStateException("on purpose");
                        }
                        return new byte[] {'b'};
                    },
                    Caching.UNTOLD,
                    new HeadMemory());
            broken.setContentLength(length);
            broken.getOutputStream().write(page.getBytes(US_ASCII), 0, 50);
            broken.getOutputStream().write(page.getBytes(US_ASCII), 50, page.length() - 50);
            assertThat(String.join("", writes)).isEqualTo(page);
            assertThat(broken.isInserted()).isFalse();
            assertThat(asked).containsExactly(List.of(), List.of("x"));
        }
        verify(container).setContentLengthLong(page.length());
    }

    @Test
    void anIoExceptionOfTheContainerPassesThrough() throws IOException {
        IOException gone = new IOException("on purpose");
        doThrow(gone).when(stream).write(any(byte[].class), anyInt(), anyInt());
        ServletOutputStream out = response.getOutputStream();
        assertThatThrownBy(() -> out.write(PAGE.getBytes(US_ASCII))).isSameAs(gone);
    }

    @Test
    void isFoundUnderTheHostsWrappers() {
        HttpServletResponse nested = new HttpServletResponseWrapper(new HttpServletResponseWrapper(response));
        assertThat(response.isIn(nested)).isTrue();
        assertThat(response.isIn(response)).isTrue();
        assertThat(response.isIn(new HttpServletResponseWrapper(container))).isFalse();
        assertThat(response.isIn(new BannerResponse(request, container, new BannerSettings(), () -> new byte[0])))
                .isFalse();
    }

    @Test
    void tellsWhyThereIsNoBanner() {
        assertThat(response).hasToString("BannerResponse[UNDECIDED, PAGE]");
        when(container.containsHeader("Content-Disposition")).thenReturn(true);
        assertThat(response).hasToString("BannerResponse[UNDECIDED, DOWNLOAD]");
    }
}
