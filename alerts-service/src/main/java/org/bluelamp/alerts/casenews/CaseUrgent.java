package org.bluelamp.alerts.casenews;

import java.time.Instant;

/**
 * What this service needs of {@code feedback.case.urgent}.
 *
 * @param reference how staff speak of the case
 * @param area whose team is called
 * @param kind what the case came as
 * @param at since when it speaks of danger
 */
record CaseUrgent(String reference, String area, String kind, Instant at) {

    static final String TYPE = "feedback.case.urgent";
}
