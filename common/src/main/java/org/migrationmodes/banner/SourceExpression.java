package org.migrationmodes.banner;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a source expression of a Content-Security-Policy lets a file of ours pass. */
final class SourceExpression {
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):");
    private static final Pattern HOST = Pattern.compile(
            "(?:(?<scheme>[a-z][a-z0-9+.-]*)://)?"
                    + "(?<host>\\*|(?:\\*\\.)?[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*)"
                    + "(?::(?<port>[0-9]{1,5}|\\*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    private SourceExpression() {}

    /**
     * CSP 3, section 6.7.2.7; what depends on something unknown does not.
     *
     * @param name of the file
     */
    static boolean allows(String expression, OwnAddress address, String name) {
        String lower = expression.toLowerCase(Locale.ROOT);
        if (lower.equals("*") || lower.equals("'self'")) {
            return true;
        }
        Matcher scheme = SCHEME.matcher(lower);
        if (scheme.matches()) {
            return isOurs(scheme.group(1), address);
        }
        int slashes = expression.indexOf("://");
        int path = expression.indexOf('/', slashes < 0 ? 0 : slashes + 3);
        Matcher host = HOST.matcher(path < 0 ? expression : expression.substring(0, path));
        return host.matches()
                && (host.group("scheme") == null || isOurs(host.group("scheme").toLowerCase(Locale.ROOT), address))
                && isOurs(host.group("host").toLowerCase(Locale.ROOT), host.group("port"), address)
                && (path < 0 || address.isUnder(expression.substring(path), name));
    }

    /** CSP 3, section 6.7.2.9: http stands for https too. */
    private static boolean isOurs(String scheme, OwnAddress address) {
        return scheme.equals("http") || (scheme.equals("https") && address.secure());
    }

    private static boolean isOurs(String pattern, @Nullable String port, OwnAddress address) {
        String host = address.host();
        if (host == null) {
            return false;
        }
        // CSP 3, section 6.7.2.10: of addresses only this one is compared
        boolean isAddress = IPV4.matcher(pattern).matches() && !pattern.equals("127.0.0.1");
        boolean matches = pattern.startsWith("*") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
        return matches && !isAddress && isPort(port, address);
    }

    /** CSP 3, section 6.7.2.11: the default port of http stands for that of https. */
    private static boolean isPort(@Nullable String pattern, OwnAddress address) {
        if (pattern == null || pattern.equals("*")) {
            return pattern != null || address.port() == 0;
        }
        int port = Integer.parseInt(pattern);
        return address.port() == 0 ? port == 80 || (port == 443 && address.secure()) : port == address.port();
    }
}
