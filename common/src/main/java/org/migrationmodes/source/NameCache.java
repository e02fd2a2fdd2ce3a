package org.migrationmodes.source;

import java.security.Security;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long the JVM keeps the addresses of host names. */
final class NameCache {
    private static final String PROPERTY = "networkaddress.cache.ttl";
    private static final String OLD_PROPERTY = "sun.net.inetaddr.ttl";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final Pattern FOR_EVER = Pattern.compile("-[0-9]+");

    private NameCache() {}

    /** What an admin should know before this host is asked again and again; null if all is well. */
    static @Nullable String warning(String host) {
        String seconds = Security.getProperty(PROPERTY);
        String said = seconds == null ? System.getProperty(OLD_PROPERTY, "") : seconds;
        if (ADDRESS.matcher(host).matches() || !FOR_EVER.matcher(said.strip()).matches()) {
            return null;
        }
        return "this JVM keeps the address of " + host + " for ever (" + PROPERTY + " is " + said.strip()
                + "), so a change of DNS is not seen before a restart; say " + PROPERTY
                + "=30 in the java.security of this JVM";
    }
}
