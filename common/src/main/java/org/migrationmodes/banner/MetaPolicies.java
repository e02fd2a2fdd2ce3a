package org.migrationmodes.banner;

import java.util.ArrayList;
import java.util.List;

/**
 * The policies that a page states in its head by {@code <meta http-equiv=content-security-policy>}, and what its
 * {@code <base>} amounts to for addresses that begin with a slash: nothing of ours is elsewhere.
 */
final class MetaPolicies {

    /** Stands for what is too long or too odd to be read, so that nothing is loaded that may be forbidden. */
    static final String UNREADABLE = "default-src 'none'";

    private List<String> policies = List.of();
    private int length;
    private boolean based;

    /** Takes what a tag says, if that is a policy. */
    void add(MetaTag tag) {
        if (!tag.isPolicy() || length > MetaTag.MOST) {
            return;
        }
        String content = tag.content();
        length += content.length();
        boolean readable = length <= MetaTag.MOST && CharacterReferences.areKnown(content);
        state(readable ? CharacterReferences.resolve(content) : UNREADABLE);
    }

    private void state(String policy) {
        if (policies.isEmpty()) {
            policies = new ArrayList<>();
        }
        policies.add(policy);
    }

    /** Takes what a base tag says; HTML standard 4.2.3: the first that has an address counts. */
    void addBase(MetaTag tag) {
        String href = tag.href();
        if (href != null && !based) {
            based = true;
            String policy = BaseAddress.policy(href);
            if (policy != null) {
                state(policy);
            }
        }
    }

    /** Whether no tag has said anything of what this knows. */
    boolean isEmpty() {
        return policies.isEmpty() && !based;
    }

    List<String> all() {
        return List.copyOf(policies);
    }
}
