package org.bluelamp.alerts.invitation;

import java.time.LocalDate;
import java.util.UUID;

/** What this service reads of {@code feedback.round.closed}. */
record RoundClosed(UUID id, String area, String title, LocalDate closedOn) {

    static final String TYPE = "feedback.round.closed";
}
