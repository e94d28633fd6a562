package org.bluelamp.alerts.casenews;

import java.time.Instant;

/**
 * What this service needs of {@code feedback.case.reminded} and {@code feedback.case.escalated}.
 *
 * @param reference how staff speak of the case
 * @param area whose team answers
 * @param kind what the case came as
 * @param dueAt until when an answer is promised
 */
record PromiseTold(String reference, String area, String kind, Instant dueAt) {

    static final String REMINDED = "feedback.case.reminded";
    static final String ESCALATED = "feedback.case.escalated";
}
