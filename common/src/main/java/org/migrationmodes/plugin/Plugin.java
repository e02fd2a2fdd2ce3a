package org.migrationmodes.plugin;

import java.util.List;

/**
 * What tells one plugin from another.
 *
 * @param service the name of its service, unless the configuration says another
 * @param profiles the names of the profiles that it ships
 * @param home a class beside which its profiles and words lie
 */
public record Plugin(String service, List<String> profiles, Class<?> home) {}
