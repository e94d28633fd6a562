package org.bluelamp.feedback.voice;

import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.survey.Answers;

/**
 * A voice is kept, counted or set aside; told within its transaction and nowhere else.
 *
 * @param round the round
 * @param key what makes it one, however often it is sent
 * @param answers what was answered
 */
record VoiceKept(RoundId round, SubmissionKey key, Answers answers) {

    /** Says nothing of what was answered, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "VoiceKept[" + round + "]";
    }
}
