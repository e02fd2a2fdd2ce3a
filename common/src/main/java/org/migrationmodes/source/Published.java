package org.migrationmodes.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.FlagDocument;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;

/**
 * A flag that was published for many servers.
 *
 * @param document what it says
 * @param warnings what is odd in it but no reason to refuse it
 */
record Published(FlagDocument document, List<String> warnings) {
    /** Reads it and holds it against the one accepted before: an older one is refused. */
    static Published read(String text, @Nullable Published previous) throws InvalidDocument {
        Section root = Section.parse(text);
        FlagDocument document = FlagJson.published(root);
        Long accepted = previous == null ? null : previous.document().epoch();
        if (accepted != null) {
            // Without a number nothing shows that it is newer.
            if (document.epoch() == null) {
                throw new InvalidDocument("epoch", "missing, while epoch " + accepted + " was already accepted");
            }
            if (document.epoch() < accepted) {
                throw new InvalidDocument(
                        "epoch",
                        document.epoch() + " is older than epoch " + accepted + ", which was already accepted");
            }
        }
        List<String> warnings = new ArrayList<>(FlagJson.warnings(document));
        warnings.addAll(root.unknownKeys());
        return new Published(document, List.copyOf(warnings));
    }
}
