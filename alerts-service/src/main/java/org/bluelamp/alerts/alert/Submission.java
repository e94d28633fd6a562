package org.bluelamp.alerts.alert;

import java.time.Instant;

/**
 * That an alert was given to a second person.
 *
 * @param reach how many people it would have reached then
 */
public record Submission(Instant at, Person by, int reach) {}
