package org.bluelamp.feedback.round;

/**
 * A round has closed. Told inside the transaction that closes it.
 *
 * @param id the round
 */
public record RoundHasClosed(RoundId id) {}
