package org.migrationmodes.banner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file that pages load from us. Its address changes with its content, so that browsers and proxies may keep it for
 * ever, and a fleet that is being upgraded never shows them two contents under one address. Immutable.
 */
public final class Asset {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    /** The banner's stylesheet, and the refusal's. */
    public static final Asset STYLESHEET = new Asset("banner.css", "text/css;charset=UTF-8");

    /** What keeps the banner of an open tab up to date. */
    public static final Asset SCRIPT = new Asset("banner.js", "text/javascript;charset=UTF-8");

    /** RFC 3986, section 3.3: what a path may hold beside letters and digits. */
    private static final String PATH = "-._~!$&'()*+,;=:@/";

    private static final int VERSION_LENGTH = 16;

    private final String name;
    private final String type;
    private final byte[] content;
    private final String version;

    private Asset(String name, String type) {
        this.name = name;
        this.type = type;
        this.content = resource(name);
        this.version = version(content);
    }

    /**
     * The last part of its path.
     *
     * @return as below {@code .migration/}
     */
    public String name() {
        return name;
    }

    /**
     * What it is.
     *
     * @return for Content-Type
     */
    public String type() {
        return type;
    }

    /**
     * What is in it.
     *
     * @return bytes that must not be changed
     */
    public byte[] content() {
        return content;
    }

    /**
     * What tells this content from others.
     *
     * @return lower-case hexadecimal digits
     */
    public String version() {
        return version;
    }

    /**
     * The query by which this very content is asked for.
     *
     * @return without the question mark
     */
    public String query() {
        return "v=" + version;
    }

    /**
     * Where browsers find this content.
     *
     * @param folder its folder's path as the container knows it, encoded or not: containers differ
     * @return an absolute path, with the query, in ASCII
     */
    public String address(String folder) {
        StringBuilder address = new StringBuilder();
        byte[] path = (folder + name).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < path.length; i++) {
            byte b = path[i];
            boolean encoded = b == '%'
                    && i + 2 < path.length
                    && HexFormat.isHexDigit(path[i + 1])
                    && HexFormat.isHexDigit(path[i + 2]);
            if (encoded || isPlain(b)) {
                address.append((char) b);
            } else {
                address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return address.append('?').append(query()).toString();
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || PATH.indexOf(b) >= 0;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Asset.class.getName());
            }
            return lean(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without comments, indentation and empty lines. None of ours has text of several lines, or what begins a comment in a text. */
    static String lean(String source) {
        return COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String version(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
