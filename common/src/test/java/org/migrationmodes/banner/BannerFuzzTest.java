package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;

/**
 * For pages of all kinds: what comes out does not depend on how the page was cut into writes, is the same by a writer, and
 * is the page once the banner is taken out; no more is kept back than the bound; nothing is thrown. Each page is made from
 * its number, so that a failure can be seen again; {@code -Dfuzz.pages=1000000} makes more of them.
 */
class BannerFuzzTest {
    private static final int PAGES = Integer.getInteger("fuzz.pages", 20_000);
    private static final int LOOKED_FOR = Integer.getInteger("fuzz.from", 0);
    private static final int BOUND = 4096;
    private static final String BANNER = "<div id=\"mm\">&#x41B;</div>";

    private final BannerSettings settings = new BannerSettings();
    private int banners;

    @Test
    void anyPageCutAnywhere() throws InvalidDocument {
        settings.prepare(Section.parse("{ \"banner\": { \"search\": " + BOUND + " } }"))
                .run();
        for (int number = LOOKED_FOR; number < LOOKED_FOR + PAGES; number++) {
            FuzzPage page = FuzzPage.of(new SplittableRandom(number));
            String problem = problem(page, number);
            if (problem != null) {
                FuzzPage least = shrink(page, number);
                throw new AssertionError("page " + number + ", reduced: " + least + "\n" + problem(least, number));
            }
        }
        assertThat(banners).as("pages with a banner").isBetween(PAGES / 4, PAGES * 3 / 4);
    }

    private FuzzPage shrink(FuzzPage page, int number) {
        FuzzPage least = page;
        for (int piece = least.pieces().size() - 1; piece >= 0; piece--) {
            FuzzPage fewer = least.without(piece);
            if (problem(fewer, number) != null) {
                least = fewer;
            }
        }
        return least;
    }

    private @Nullable String problem(FuzzPage page, int number) {
        try {
            check(page, new SplittableRandom(~number));
            return null;
        } catch (AssertionError | RuntimeException | IOException e) {
            return e.toString();
        }
    }

    private void check(FuzzPage page, SplittableRandom random) throws IOException {
        byte[] bytes = page.bytes();
        String whole = written(page, bytes, bytes.length, false, random);
        for (boolean length : new boolean[] {false, true}) {
            assertThat(written(page, bytes, 1, length, random))
                    .as("byte by byte")
                    .isEqualTo(whole);
            assertThat(written(page, bytes, 0, length, random)).as("in pieces").isEqualTo(whole);
            // the bound counts characters there
            if (page.isSameByWriter() && bytes.length < BOUND) {
                assertThat(printed(page, bytes.length, length, random))
                        .as("by a writer")
                        .isEqualTo(whole);
            }
        }
        String wide = wide(BANNER, page.charset().name());
        String without = without(without(whole, BANNER), wide);
        assertThat(without).as("without the banner").isEqualTo(new String(bytes, ISO_8859_1));
        banners += whole.length() > bytes.length ? 1 : 0;
    }

    private static String without(String text, String banner) {
        int at = text.indexOf(banner);
        return at < 0 ? text : text.substring(0, at) + text.substring(at + banner.length());
    }

    private static String wide(String banner, String charset) {
        StringBuilder wide = new StringBuilder();
        // UTF-16 writes its mark in big-endian
        boolean littleEndian = charset.equals("UTF-16LE");
        for (int i = 0; i < banner.length(); i++) {
            char c = banner.charAt(i);
            wide.append(littleEndian ? c : '\0').append(littleEndian ? '\0' : c);
        }
        return wide.toString();
    }

    private String written(FuzzPage page, byte[] bytes, int piece, boolean length, SplittableRandom random)
            throws IOException {
        SinkContainer container = new SinkContainer(page);
        BannerResponse response = response(container, length ? bytes.length : -1);
        int held = length ? BOUND : 0;
        for (int off = 0; off < bytes.length; ) {
            int size = Math.min(bytes.length - off, piece > 0 ? piece : random.nextInt(1, 60));
            if (size == 1) {
                response.getOutputStream().write(bytes[off]);
            } else {
                response.getOutputStream().write(bytes, off, size);
            }
            off += size;
            assertThat(off - container.sink.size()).as("held back").isLessThanOrEqualTo(held);
            if (piece == 0 && random.nextInt(50) == 0) {
                response.flushBuffer();
            }
        }
        return ended(response, container);
    }

    private String printed(FuzzPage page, int bytes, boolean length, SplittableRandom random) throws IOException {
        SinkContainer container = new SinkContainer(page);
        BannerResponse response = response(container, length ? bytes : -1);
        String text = page.text();
        PrintWriter out = response.getWriter();
        for (int off = 0; off < text.length(); ) {
            int size = Math.min(text.length() - off, random.nextInt(1, 40));
            switch (random.nextInt(4)) {
                case 0 -> out.append(text, off, off + size);
                case 1 -> out.write(text.toCharArray(), off, size);
                case 2 -> out.printf("%s", text.substring(off, off + size));
                default -> {
                    size = 1;
                    out.print(text.charAt(off));
                }
            }
            off += size;
        }
        container.response.flushBuffer();
        return ended(response, container);
    }

    private BannerResponse response(SinkContainer container, long length) {
        BannerResponse response =
                new BannerResponse(container.request, container.response, settings, () -> BANNER.getBytes(US_ASCII));
        if (length >= 0) {
            response.setContentLengthLong(length);
        }
        return response;
    }

    private static String ended(BannerResponse response, SinkContainer container) throws IOException {
        response.finish();
        container.response.flushBuffer();
        if (container.length >= 0) {
            assertThat(container.length).as("Content-Length").isEqualTo(container.sink.size());
        }
        return container.sink.toString(ISO_8859_1);
    }
}
