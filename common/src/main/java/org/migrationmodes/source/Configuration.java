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
import org.migrationmodes.flag.Schedule;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * What the configuration file says of the flag; the settings of other parts are behind {@code settings}.
 *
 * @param service which service this server is
 * @param site the infrastructure that it stands on
 * @param own the mode that the file says for this server alone
 * @param document the flag that the file holds
 * @param remote the published flag, to be followed unless the file has a mode of its own
 * @param initially what holds as long as nothing was ever heard
 * @param settings makes the other settings of the file hold
 * @param warnings what is odd in the file but no reason to refuse it
 */
record Configuration(
        String service,
        @Nullable String site,
        @Nullable Phase own,
        FlagDocument document,
        @Nullable RemoteSettings remote,
        Mode initially,
        Runnable settings,
        List<String> warnings) {
    private static final String FOLLOW = "follow";

    static Configuration read(String text, String defaultService, LiveSettings parts) throws InvalidDocument {
        Section root = Section.parse(text);
        Value service = root.value("service");
        Value site = root.value("site");
        Value initially = root.value("initially");
        Value etcd = root.value("etcd");
        if (etcd != null) {
            throw etcd.invalid("asks for etcd, which this version cannot follow");
        }
        RemoteSettings remote = RemoteSettings.read(root.value("remote"));
        Phase own = own(root, remote);
        FlagDocument document = FlagJson.document(root);
        Runnable settings = parts.prepare(root);
        List<String> warnings = new ArrayList<>(root.unknownKeys());
        if (remote != null && own == null && !document.services().isEmpty()) {
            warnings.add("services: not used, since the published flag is followed");
        }
        if (document.announcement() == null && hidesSomething(own, document)) {
            warnings.add(
                    "announcement: missing, so visitors are told that something is paused but not where to read why");
        }
        return new Configuration(
                service == null ? defaultService : service.text(),
                site == null ? null : site.text(),
                own,
                document,
                remote,
                initially == null ? Mode.NORMAL : initially.mode(),
                settings,
                List.copyOf(warnings));
    }

    private static @Nullable Phase own(Section root, @Nullable RemoteSettings remote) throws InvalidDocument {
        Value mode = root.value("mode");
        if (mode == null) {
            return null;
        }
        String word = mode.text();
        if (word.equals(FOLLOW)) {
            if (remote == null) {
                throw mode.invalid("needs a \"remote\" to follow");
            }
            return null;
        }
        if (Mode.of(word).isEmpty()) {
            throw mode.invalid("is not a mode; the modes are " + Mode.words() + ", or " + FOLLOW);
        }
        return FlagJson.phase(root, Instant.MIN);
    }

    private static boolean hidesSomething(@Nullable Phase own, FlagDocument document) {
        if (own != null) {
            return own.mode() != Mode.NORMAL;
        }
        return document.services().values().stream()
                .map(Schedule::phases)
                .flatMap(List::stream)
                .anyMatch(phase -> phase.mode() != Mode.NORMAL);
    }
}
