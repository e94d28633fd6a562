package org.bluelamp.feedback.results;

import java.util.List;
import org.bluelamp.feedback.survey.Kind;
import org.bluelamp.feedback.survey.Question;

/**
 * What was found of one question.
 *
 * @param question the question
 * @param verified how many people with a code answered it
 * @param unverified how often it was answered without one
 * @param tallies its answers in their order; empty for words
 */
public record Found(Question question, int verified, int unverified, List<Tally> tallies) {

    public Found {
        tallies = List.copyOf(tallies);
    }

    /** The share of the people with a code who gave an answer, in percent; of a ranking, who put it first. */
    public double share(Tally tally) {
        int people = question.kind() == Kind.RANKING ? tally.firsts() : tally.verified();
        return verified == 0 ? 0 : 100.0 * people / verified;
    }

    /** Whether enough people answered for anything to be said. */
    public boolean shown() {
        return SmallGroups.shown(verified);
    }
}
