package org.migrationmodes.banner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A page in some encoding, whether its Content-Type tells it or not. */
record FuzzPage(String mediaType, Charset charset, boolean declared, List<Fragment> fragments) {

    String type() {
        return declared ? mediaType + ";charset=" + charset : mediaType;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        for (Fragment fragment : fragments) {
            if (fragment.stray()) {
                bytes.writeBytes(text.toString().getBytes(charset));
                text.setLength(0);
                bytes.writeBytes(fragment.content().getBytes(StandardCharsets.ISO_8859_1));
            } else {
                text.append(fragment.content());
            }
        }
        bytes.writeBytes(text.toString().getBytes(charset));
        return bytes.toByteArray();
    }

    /** What the host writes as characters: only what the charset has. */
    String text() {
        return new String(bytes(), charset);
    }

    /** The bytes that the container's writer makes of the text. */
    byte[] encoded() {
        return text().getBytes(declared ? charset : StandardCharsets.ISO_8859_1);
    }

    /** Whether bytes and characters are the same page. */
    boolean isSameByWriter() {
        return declared && PageEncoding.OTHER != Charsets.encoding(charset.name()) && Arrays.equals(encoded(), bytes());
    }

    /** Whether the bytes alone tell how they are to be read. */
    boolean isSelfDescribed() {
        return charset.name().equals("ISO-2022-JP") || charset.equals(StandardCharsets.UTF_16);
    }

    boolean hasEscapes() {
        return new String(bytes(), StandardCharsets.ISO_8859_1).indexOf(Iso2022Jp.ESCAPE) >= 0;
    }

    /** Whether a browser begins each character where Java does; behind bytes that are none, most charsets leave it open. */
    boolean isReadAlike() {
        boolean resumes =
                charset.equals(StandardCharsets.UTF_8) || charset.newEncoder().maxBytesPerChar() == 1;
        return resumes || text().indexOf(0xfffd) < 0;
    }

    boolean hasMark() {
        return fragments.get(0).content().equals("\uFEFF");
    }

    FuzzPage undeclared() {
        return new FuzzPage(mediaType, charset, false, fragments);
    }
}
