package org.migrationmodes.banner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has to be known of a page's character encoding to put ASCII into it. Names are as in a Content-Type. */
final class Charsets {

    /** Escape sequences switch these from ASCII to something else and back, so that a byte alone says nothing. */
    private static final Pattern STATEFUL =
            Pattern.compile("(x-)?(cs)?iso-?2022.*|.*utf-?7.*|hz.*|x-windows-(5022|iso2022).*|x-compound.*");

    /** Charsets that this runtime need not know, by the name. */
    private static final Pattern NOT_ASCII =
            Pattern.compile("(x-)?utf-?(16|32).*|.*ucs-?[24].*|(x-)?ibm.*|cp-?\\d.*|.*ebcdic.*");

    private static final String SYNTAX = "<body a=\"b\" c='d'/>!-?&#;09";
    private static final byte[] SYNTAX_IN_ASCII = SYNTAX.getBytes(StandardCharsets.US_ASCII);

    private Charsets() {}

    /** Whether ASCII bytes can be put between a page's bytes. Unknown charsets count as such, as most are. */
    static boolean isAsciiCompatible(@Nullable String name) {
        if (name == null || name.equalsIgnoreCase("utf-8") || name.equalsIgnoreCase("iso-8859-1")) {
            return true;
        }
        Optional<Charset> charset = find(name);
        String known = charset.map(Charset::name).orElse(name).toLowerCase(Locale.ROOT);
        if (STATEFUL.matcher(known).matches()) {
            return false;
        }
        return charset.map(Charsets::encodesAsAscii)
                .orElseGet(() -> !NOT_ASCII.matcher(known).matches());
    }

    /** How many bytes ASCII text takes in the middle of a page, behind any byte order mark. */
    static int lengthInside(String ascii, @Nullable String name) {
        return lengthOf(SYNTAX + ascii, name) - lengthOf(SYNTAX, name);
    }

    /** How many bytes text takes from the start of a page. */
    static int lengthOf(String text, @Nullable String name) {
        Optional<Charset> charset = name == null ? Optional.empty() : find(name);
        return charset.filter(Charset::canEncode)
                .map(found -> text.getBytes(found).length)
                .orElse(text.length());
    }

    private static boolean encodesAsAscii(Charset charset) {
        return charset.canEncode() && Arrays.equals(SYNTAX.getBytes(charset), SYNTAX_IN_ASCII);
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
