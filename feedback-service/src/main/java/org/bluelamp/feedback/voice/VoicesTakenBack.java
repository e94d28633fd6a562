package org.bluelamp.feedback.voice;

import org.bluelamp.feedback.round.RoundId;

/**
 * Voices that were set aside count after all. Told inside the transaction that counts them.
 *
 * @param round their round
 */
public record VoicesTakenBack(RoundId round) {}
