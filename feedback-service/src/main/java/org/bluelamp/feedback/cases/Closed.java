package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that has ended. Nothing follows: a new message is a new case.
 *
 * @param answeredAt when the first answer was given; null when none was
 * @param reason why it ended
 * @param closedAt when
 */
public record Closed(Matter matter, @Nullable Instant answeredAt, Closing reason, Instant closedAt, long version)
        implements Case {}
