package org.bluelamp.service.audit;

import java.time.Instant;

/**
 * A deed on record.
 *
 * @param who the name of who did it, as it was then
 * @param action a past participle with its thing, for example {@code article.published}
 * @param reason why, in the person's words; empty when none was asked for
 */
public record Deed(Instant at, String who, String action, String reason) {}
