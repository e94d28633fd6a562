package org.bluelamp.directory.source;

import java.time.Instant;

/**
 * Where facts of the directory come from.
 *
 * @param notice what a reader must be told wherever something of this source is shown: that it is made up, or whose
 *     licence it stands under; whole sentences, empty when there is nothing to tell
 * @param demonstration whether it is made up, to show the platform
 */
public record Source(String id, String notice, boolean demonstration, Instant loadedAt) {}
