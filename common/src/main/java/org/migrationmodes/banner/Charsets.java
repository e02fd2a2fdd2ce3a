package org.migrationmodes.banner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** Encoding standard section 4.2, whatever these are elsewhere; the last is only Java's. */
    private static final Set<String> LITTLE_ENDIAN =
            Set.of("utf-16", "utf-16le", "ucs-2", "iso-10646-ucs-2", "unicode", "csunicode", "x-utf-16le-bom");

    private static final String SYNTAX = "<body a=\"b\" c='d'/>!-?&#;09";
    private static final byte[] SYNTAX_IN_ASCII = SYNTAX.getBytes(StandardCharsets.US_ASCII);

    private Charsets() {}

    /**
     * How a page's bytes are to be read. Unknown charsets contain ASCII, as most do.
     *
     * @param contentType as the response has it
     * @param name the charset that the container takes it for, which may be one that is not in the headers
     */
    static PageEncoding encoding(@Nullable String contentType, @Nullable String name) {
        if (name == null || contentType == null || !MediaType.namesCharset(contentType)) {
            return PageEncoding.UNDECLARED;
        }
        return encoding(name);
    }

    static PageEncoding encoding(String name) {
        if (name.equalsIgnoreCase("utf-8") || name.equalsIgnoreCase("iso-8859-1")) {
            return PageEncoding.ASCII;
        }
        Optional<Charset> charset = find(name);
        String known = charset.map(Charset::name).orElse(name).toLowerCase(Locale.ROOT);
        if (LITTLE_ENDIAN.contains(known) || LITTLE_ENDIAN.contains(name.toLowerCase(Locale.ROOT))) {
            return PageEncoding.UTF_16LE;
        }
        if (known.equals("utf-16be")) {
            return PageEncoding.UTF_16BE;
        }
        if (known.equals("iso-2022-jp")) {
            return PageEncoding.ISO_2022_JP;
        }
        boolean ascii = charset.map(Charsets::encodesAsAscii)
                .orElseGet(() -> !NOT_ASCII.matcher(known).matches());
        return ascii && !STATEFUL.matcher(known).matches() ? PageEncoding.ASCII : PageEncoding.OTHER;
    }

    /** How many bytes ASCII text takes in the middle of a page, behind any byte order mark. */
    static int lengthInside(String ascii, @Nullable String name) {
        return name != null && encoding(name) == PageEncoding.ASCII
                ? ascii.length()
                : lengthOf(SYNTAX + ascii, name) - lengthOf(SYNTAX, name);
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
