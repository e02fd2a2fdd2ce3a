package org.migrationmodes.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.FlagDocument;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * What the configuration file says of the flag; the settings of other parts are behind {@code settings}.
 *
 * @param service which service this server is
 * @param site the infrastructure that it stands on
 * @param own the mode that the file says for this server alone
 * @param document the flag that the file holds
 * @param followed the published flag, to be followed unless the file has a mode of its own
 * @param initially what holds as long as nothing was ever heard
 * @param settings makes the other settings of the file hold
 * @param warnings what is odd in the file but no reason to refuse it
 */
record Configuration(
        String service,
        @Nullable String site,
        @Nullable Phase own,
        FlagDocument document,
        @Nullable Followed followed,
        Mode initially,
        Runnable settings,
        List<String> warnings) {
    private static final String FOLLOW = "follow";

    static Configuration read(String text, String defaultService, LiveSettings parts) throws InvalidDocument {
        Section root = Section.parse(text);
        Value service = root.value("service");
        Value site = root.value("site");
        Value initially = root.value("initially");
        Followed followed = followed(root);
        Phase own = own(root, followed);
        FlagDocument document = FlagJson.document(root);
        Runnable settings = parts.prepare(root);
        List<String> warnings = new ArrayList<>();
        if (own == null) {
            for (String key : List.of("until", "message")) {
                if (root.value(key) != null) {
                    warnings.add(key + ": not used, since it belongs to a \"mode\" that this file does not say");
                }
            }
        }
        if (followed != null && own == null && !document.services().isEmpty()) {
            warnings.add("services: not used, since the published flag is followed");
        }
        if (own != null && own.mode() != Mode.NORMAL && document.announcement() == null && followed == null) {
            warnings.add(FlagJson.NO_ANNOUNCEMENT);
        } else if (own == null && followed == null) {
            warnings.addAll(FlagJson.warnings(document));
        }
        warnings.addAll(root.unknownKeys());
        return new Configuration(
                service == null ? defaultService : service.name(),
                site == null ? null : site.name(),
                own,
                document,
                followed,
                initially == null ? Mode.NORMAL : initially.mode(),
                settings,
                List.copyOf(warnings));
    }

    /** Whether what comes from there is to be obeyed. */
    boolean obeys(String origin) {
        return own == null && followed != null && followed.origin().equals(origin);
    }

    private static @Nullable Followed followed(Section root) throws InvalidDocument {
        Value remote = root.value("remote");
        Value etcd = root.value("etcd");
        if (remote != null && etcd != null) {
            throw new InvalidDocument("etcd", "stands beside a \"remote\", and a server follows only one of them");
        }
        return etcd == null ? RemoteSettings.read(remote) : EtcdSettings.read(etcd);
    }

    private static @Nullable Phase own(Section root, @Nullable Followed followed) throws InvalidDocument {
        Value mode = root.value("mode");
        if (mode == null) {
            return null;
        }
        String word = mode.isText() ? mode.text() : "";
        if (word.equals(FOLLOW)) {
            if (followed == null) {
                throw mode.invalid("needs a \"remote\" or an \"etcd\" to follow");
            }
            return null;
        }
        if (Mode.of(word).isEmpty()) {
            throw mode.invalid("is not a mode; the modes are " + Mode.words() + ", or " + FOLLOW);
        }
        return FlagJson.phase(root, Instant.MIN);
    }
}
