package org.bluelamp.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A tool that is told.
 *
 * @param url where it is called
 * @param paused whether calls wait until somebody lets them go on
 * @param waiting how many calls are still to be made
 * @param failing whether the last call that was tried was not taken
 */
public record Target(
        UUID id, String url, boolean paused, long waiting, boolean failing, Instant addedAt, String addedBy) {}
