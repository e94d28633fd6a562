package org.bluelamp.alerts.invitation;

import java.time.LocalDate;
import java.util.UUID;

/** What this service reads of {@code feedback.round.opened}. */
record RoundOpened(UUID id, String area, String title, String about, LocalDate closesOn) {

    static final String TYPE = "feedback.round.opened";
}
