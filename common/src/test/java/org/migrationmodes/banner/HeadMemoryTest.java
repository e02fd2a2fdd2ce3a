package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of which pages the heads are remembered. */
class HeadMemoryTest {
    private static final String HEAD = "<html><head><title>One</title><link rel=a><link rel=b></head><body>";
    private static final String OTHER = "<html lang=en><meta name=a content=b><meta name=c content=d><body class=x>";

    private final HeadMemory memory = new HeadMemory();

    @Test
    void thatOfTheFirst() {
        assertThat(memory.trail()).isNull();
        assertThat(spared(HEAD)).isZero();
        assertThat(spared(HEAD)).isEqualTo(HEAD.length());
        assertThat(inText(HEAD)).isEqualTo(HEAD.length());
    }

    @Test
    void thatOfTheFirstByText() {
        assertThat(inText(HEAD)).isZero();
        assertThat(inText(HEAD)).isEqualTo(HEAD.length());
        assertThat(spared(HEAD)).isEqualTo(HEAD.length());
    }

    @Test
    void anotherOnceManyPagesHaveIt() {
        spared(HEAD);
        int pages = 0;
        while (spared(OTHER) == 0) {
            pages++;
            assertThat(spared(HEAD) > 0 || pages > 30).isTrue();
            assertThat(pages).isLessThan(100);
        }
        assertThat(pages).isGreaterThan(30);
    }

    @Test
    void noneThatStatesSomething() {
        String page = "<html><base href=/a/><body>";
        assertThat(spared(page)).isZero();
        assertThat(memory.trail()).isNull();
        assertThat(spared(page)).isZero();
    }

    @Test
    void noneThatIsLong() {
        String page = "<html>" + " ".repeat(1 << 16) + "<body>";
        assertThat(spared(page)).isZero();
        assertThat(memory.trail()).isNull();
    }

    @Test
    void noneThatCameInPieces() {
        Insertion insertion = begun();
        byte[] page = HEAD.getBytes(US_ASCII);
        insertion.scan(page, 0, 20);
        assertThat(insertion.scan(page, 20, page.length - 20)).isEqualTo(page.length);
        assertThat(memory.trail()).isNull();
    }

    /** How much of a page was not read. */
    private int spared(String page) {
        byte[] bytes = page.getBytes(US_ASCII);
        Insertion insertion = begun();
        assertThat(insertion.scan(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        return insertion.spared();
    }

    private int inText(String page) {
        Insertion insertion = begun();
        assertThat(insertion.scan(page, 0, page.length())).isEqualTo(page.length());
        return insertion.spared();
    }

    private Insertion begun() {
        Insertion insertion = new Insertion(metas -> new byte[] {'b'}, 1 << 20, memory);
        insertion.begin(false, PageEncoding.ASCII);
        return insertion;
    }
}
