package org.migrationmodes.banner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One serialized policy of a Content-Security-Policy (CSP 3, section 2.2). Immutable. */
final class ContentPolicy {
    private static final String SPACES = "[\\t\\n\\f\\r ]+";

    private static final Set<String> OF_OURS =
            Set.of("default-src", "style-src", "style-src-elem", "script-src", "script-src-elem", "connect-src");

    private final Map<String, List<String>> directives;

    private ContentPolicy(Map<String, List<String>> directives) {
        this.directives = directives;
    }

    /** All policies of one header field. */
    static List<ContentPolicy> parse(String field) {
        return Arrays.stream(field.split(",", -1)).map(ContentPolicy::parseOne).toList();
    }

    /**
     * All policies of a {@code <meta>} element's content: HTML, section 4.2.5.3, takes it for a single one, commas and all,
     * and Chromium for a list. Either reading counts.
     */
    static List<ContentPolicy> parseMeta(String content) {
        List<ContentPolicy> policies = new ArrayList<>(parse(content));
        policies.add(parseOne(content));
        return policies;
    }

    private static ContentPolicy parseOne(String policy) {
        Map<String, List<String>> directives = new HashMap<>();
        for (String directive : policy.split(";", -1)) {
            List<String> tokens = Arrays.stream(directive.split(SPACES, -1))
                    .filter(token -> !token.isEmpty())
                    .toList();
            if (!tokens.isEmpty()) {
                // CSP 3, section 2.2.1: of two directives of one name the first counts
                directives.putIfAbsent(tokens.get(0).toLowerCase(Locale.ROOT), tokens.subList(1, tokens.size()));
            }
        }
        return new ContentPolicy(directives);
    }

    boolean allowsStylesheet(OwnAddress address) {
        return allows(address, Asset.STYLESHEET.name(), "style-src-elem", "style-src", "default-src");
    }

    boolean allowsScript(OwnAddress address) {
        List<String> sources = sources("script-src-elem", "script-src", "default-src");
        // CSP 3, section 6.7.1.1: then what a parser meets needs a nonce or a hash
        boolean strict = sources != null && sources.stream().anyMatch("'strict-dynamic'"::equalsIgnoreCase);
        return !strict && allows(address, Asset.SCRIPT.name(), "script-src-elem", "script-src", "default-src");
    }

    boolean allowsPolling(OwnAddress address) {
        return allows(address, "status.json", "connect-src", "default-src");
    }

    /** Whether it depends on the page's address what of ours it allows. */
    boolean comparesAddress() {
        return directives.entrySet().stream()
                .filter(directive -> OF_OURS.contains(directive.getKey()))
                .flatMap(directive -> directive.getValue().stream())
                .anyMatch(ContentPolicy::isAddress);
    }

    private static boolean isAddress(String source) {
        boolean scheme = source.endsWith(":") && !source.equalsIgnoreCase("https:");
        return !scheme && !source.startsWith("'") && !source.equals("*");
    }

    /** HTML, section 7.1.5: without its origin a page is a stranger to us, and may load nothing. */
    boolean isSandboxedWithout(String permission) {
        List<String> tokens = directives.get("sandbox");
        return tokens != null && tokens.stream().noneMatch(permission::equalsIgnoreCase);
    }

    private boolean allows(OwnAddress address, String name, String... alternatives) {
        List<String> sources = sources(alternatives);
        return sources == null || sources.stream().anyMatch(source -> SourceExpression.allows(source, address, name));
    }

    private @Nullable List<String> sources(String... alternatives) {
        for (String name : alternatives) {
            List<String> sources = directives.get(name);
            if (sources != null) {
                return sources;
            }
        }
        return null;
    }
}
