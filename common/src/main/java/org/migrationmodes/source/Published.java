package org.migrationmodes.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.FlagDocument;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.FlagSignature;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.flag.Section;

/**
 * A flag that was published for many servers.
 *
 * @param document what it says
 * @param isChecked whether a key vouches for it; only then it has an end
 * @param warnings what is odd in it but no reason to refuse it
 */
record Published(FlagDocument document, boolean isChecked, List<String> warnings) {
    /**
     * Reads it and holds it against the one accepted before: an older one is refused, as is one whose time was over when it
     * was read first.
     */
    static Published read(String text, @Nullable Published previous, PublicKeys keys, Instant then)
            throws InvalidDocument {
        Published published = read(text, keys);
        published.refuseExpired(then);
        published.refuseOlderThan(previous == null ? null : previous.document().epoch());
        return published;
    }

    private static Published read(String text, PublicKeys keys) throws InvalidDocument {
        FlagSignature.Opened opened = FlagSignature.open(text, keys);
        Section root = opened.section();
        FlagDocument document = FlagJson.published(root);
        List<String> warnings = new ArrayList<>(opened.warnings());
        warnings.addAll(FlagJson.warnings(document));
        warnings.addAll(root.unknownKeys());
        if (keys.isEmpty()) {
            return new Published(document, false, List.copyOf(warnings));
        }
        if (document.epoch() == null) {
            throw new InvalidDocument("epoch", "missing; only by its number a signed flag is told from an older one");
        }
        Instant expires = document.expires();
        if (expires == null) {
            return new Published(document, true, List.copyOf(warnings));
        }
        warnings.addAll(changesAfter(expires, document));
        return new Published(document.openingNothingAfter(expires), true, List.copyOf(warnings));
    }

    private static List<String> changesAfter(Instant expires, FlagDocument document) {
        return document.services().entrySet().stream()
                .filter(service -> service.getValue().next(expires).isPresent())
                .map(service -> "expires: " + expires + " comes before the schedule of " + service.getKey()
                        + " is over; after that, what would open something is not obeyed")
                .toList();
    }

    void refuseExpired(Instant now) throws InvalidDocument {
        Instant expires = document.expires();
        if (isChecked && expires != null && !expires.isAfter(now)) {
            throw new InvalidDocument("expires", expires + " has passed");
        }
    }

    private void refuseOlderThan(@Nullable Long accepted) throws InvalidDocument {
        if (accepted == null) {
            return;
        }
        // Without a number nothing shows that it is newer.
        if (document.epoch() == null) {
            throw new InvalidDocument("epoch", "missing, while epoch " + accepted + " was already accepted");
        }
        if (document.epoch() < accepted) {
            throw new InvalidDocument(
                    "epoch", document.epoch() + " is older than epoch " + accepted + ", which was already accepted");
        }
    }

    Published openingNothingAfter(Instant end) {
        return new Published(document.openingNothingAfter(end), isChecked, warnings);
    }
}
