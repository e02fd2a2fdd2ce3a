package org.migrationmodes.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.JsonText;

/**
 * What one server writes of itself into the list of the fleet.
 *
 * @param key its own, so that servers of one machine do not overwrite each other
 */
record EtcdEntry(String key, String value) {
    private static final int MOST_READABLE = 64;

    /** Which machine this is; another one at each call. */
    static String instance() {
        String host = host().replaceAll("[^A-Za-z0-9._-]", "_");
        String readable = host.substring(0, Math.min(host.length(), MOST_READABLE));
        return String.format(
                Locale.ROOT, "%s-%08x", readable, ThreadLocalRandom.current().nextInt());
    }

    static EtcdEntry of(Belief belief, String prefix, String instance) {
        Flag flag = belief.flag();
        String site = belief.site();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("service", flag.service());
        said.put("site", site);
        said.put("mode", flag.mode().word());
        said.put("since", flag.since().toString());
        said.put("epoch", flag.epoch());
        said.put("drained", belief.drained());
        said.put("source", belief.source().state().name().toLowerCase(Locale.ROOT));
        said.put("problem", belief.source().problem());
        said.put("host", instance.substring(0, instance.lastIndexOf('-')));
        said.put("version", EtcdEntry.class.getPackage().getImplementationVersion());
        String service = site == null ? flag.service() : flag.service() + "@" + site;
        return new EtcdEntry(prefix + service + "/" + instance, JsonText.write(said));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
