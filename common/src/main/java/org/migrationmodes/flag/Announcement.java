package org.migrationmodes.flag;

import java.net.URI;

/**
 * Where visitors read about the move.
 *
 * @param url absolute, http or https
 * @param title what the link says; may be {@link Texts#NONE}
 */
public record Announcement(URI url, Texts title) {}
