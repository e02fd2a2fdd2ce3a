package org.migrationmodes.banner;

import java.util.ArrayList;
import java.util.List;

/** The policies that a page states in its head by {@code <meta http-equiv=content-security-policy>}. */
final class MetaPolicies {

    /** Stands for what is too long or too odd to be read, so that nothing is loaded that may be forbidden. */
    static final String UNREADABLE = "default-src 'none'";

    private List<String> policies = List.of();
    private int length;

    /** Takes what a tag says, if that is a policy. */
    void add(MetaTag tag) {
        if (!tag.isPolicy() || length > MetaTag.MOST) {
            return;
        }
        String content = tag.content();
        length += content.length();
        boolean readable = length <= MetaTag.MOST && CharacterReferences.areKnown(content);
        if (policies.isEmpty()) {
            policies = new ArrayList<>();
        }
        policies.add(readable ? CharacterReferences.resolve(content) : UNREADABLE);
    }

    List<String> all() {
        return List.copyOf(policies);
    }
}
