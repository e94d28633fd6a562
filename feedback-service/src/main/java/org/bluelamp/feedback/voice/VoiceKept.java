package org.bluelamp.feedback.voice;

import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.survey.Answers;

/**
 * A voice is kept, counted or set aside; told within its transaction and nowhere else.
 *
 * @param round the round
 * @param answers what was answered
 */
record VoiceKept(RoundId round, Answers answers) {

    /** Says nothing of what was answered, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "VoiceKept[" + round + "]";
    }
}
