package org.migrationmodes.banner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page's base address leads what begins with a slash (URL standard, section 4.4). */
final class BaseAddress {
    /** What the URL parser takes off or out, and a backslash that it takes for a slash. */
    private static final Pattern AROUND = Pattern.compile("^[\\x00-\\x20]+|[\\t\\n\\r]");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile(
            "(?:https?:)?//([A-Za-z0-9.-]+)(?::[0-9]*)?(?:[/?#].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private BaseAddress() {}

    /**
     * The policy by which a page loads nothing of ours if its base leads to another host than it came from. Ports and
     * schemes count for nothing: a proxy in front may have changed them.
     *
     * @param href as it is written
     * @return null if it leads nowhere else
     */
    static @Nullable String policy(String href) {
        if (href.length() > MetaTag.MOST || !CharacterReferences.areKnown(href)) {
            return MetaPolicies.UNREADABLE;
        }
        String address =
                AROUND.matcher(CharacterReferences.resolve(href)).replaceAll("").replace('\\', '/');
        if (!address.startsWith("//") && !SCHEME.matcher(address).matches()) {
            return null;
        }
        Matcher host = HOST.matcher(address);
        return host.matches() ? "default-src " + host.group(1) + ":*" : MetaPolicies.UNREADABLE;
    }
}
