package org.bluelamp.messaging.outbox;

import java.util.List;
import java.util.UUID;

/**
 * How publishing a batch went. Rows of the batch in neither list were not tried.
 *
 * @param published acknowledged by the broker and not returned
 * @param failed returned, refused or not answered for
 * @param brokerAway whether the broker could not be reached, so that trying the rest was pointless
 */
record Publication(List<UUID> published, List<Failed> failed, boolean brokerAway) {

    /** A row that the broker did not take, and why. */
    record Failed(UUID id, String reason, boolean returned) {}
}
