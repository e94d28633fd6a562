package org.bluelamp.messaging.retention;

import java.time.Instant;

/** Rows that are kept for a while and then deleted. A bean of this type is asked once an hour. */
public interface Expiring {

    /**
     * Deletes rows that have served.
     *
     * @param limit how many at most, so that no transaction grows long
     * @return how many were deleted; as many as the limit means there may be more
     */
    int deleteExpired(Instant now, int limit);
}
