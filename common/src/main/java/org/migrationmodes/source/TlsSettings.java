package org.migrationmodes.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * Whom to trust over TLS, and what to show there. The files are read when they are needed, and again when they change.
 *
 * @param ca the authorities to trust, in place of the JVM's own; a PEM file
 * @param certificate what this server shows of itself: a PEM file with its certificate and those above it
 * @param key the private key of the certificate: a PEM file in PKCS#8, not encrypted
 * @param pins one of these keys must be in the other side's chain, as {@code sha256/…}; any if there is none
 */
record TlsSettings(
        @Nullable Path ca,
        @Nullable Path certificate,
        @Nullable Path key,
        List<String> pins) {
    /** What the JVM trusts. */
    static final TlsSettings NONE = new TlsSettings(null, null, null, List.of());

    private static final Pattern ABSOLUTE = Pattern.compile("(?:/|[A-Za-z]:[\\\\/]|\\\\\\\\)[^\\x00-\\x1f]+");
    // 32 bytes in base64, after one slash (RFC 7469, OkHttp) or two (curl).
    private static final Pattern PIN = Pattern.compile("sha256//?([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)");

    /** Reads the keys {@code ca}, {@code certificate}, {@code key} and {@code pins} of a section that has others too. */
    static TlsSettings read(Section section) throws InvalidDocument {
        Value certificate = section.value("certificate");
        Value key = section.value("key");
        if (certificate != null && key == null) {
            throw certificate.invalid("is a certificate without a \"key\"");
        }
        if (key != null && certificate == null) {
            throw new InvalidDocument(key.place(), "a key without a \"certificate\"");
        }
        return new TlsSettings(path(section.value("ca")), path(certificate), key(key), pins(section.value("pins")));
    }

    /** Whether the JVM's own trust is not enough. */
    boolean hasFiles() {
        return ca != null || certificate != null;
    }

    private static @Nullable Path path(@Nullable Value value) throws InvalidDocument {
        if (value == null) {
            return null;
        }
        Path path = absolute(value.text());
        if (path == null) {
            throw value.invalid("is not the absolute path of a PEM file");
        }
        return path;
    }

    private static @Nullable Path key(@Nullable Value value) throws InvalidDocument {
        if (value == null) {
            return null;
        }
        Path path = value.isText() ? absolute(value.text()) : null;
        if (path == null) {
            // It may be the key itself, and this goes into logs.
            throw new InvalidDocument(value.place(), "what stands there is not the absolute path of a PEM file");
        }
        return path;
    }

    private static @Nullable Path absolute(String text) {
        try {
            return ABSOLUTE.matcher(text).matches() ? Path.of(text) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static List<String> pins(@Nullable Value value) throws InvalidDocument {
        if (value == null) {
            return List.of();
        }
        List<String> pins = new ArrayList<>();
        for (Value pin : value.isText() ? List.of(value) : value.list()) {
            Matcher matcher = PIN.matcher(pin.text());
            if (!matcher.matches()) {
                throw pin.invalid("is not \"sha256/\" and the 44 characters of a key's SHA-256 in base64");
            }
            pins.add("sha256/" + matcher.group(1));
        }
        if (pins.isEmpty()) {
            throw value.invalid("is empty");
        }
        return List.copyOf(pins);
    }
}
