package org.bluelamp.feedback.voice.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.web.page.LondonTime;

/**
 * That somebody was heard, and what happens next.
 *
 * @param round the round
 * @param area its neighbourhood
 * @param readers who reads the answers, to stand at the beginning of a sentence
 * @param verified whether it came with a code
 */
public record HeardPage(Round round, Area area, String readers, boolean verified) {

    /** The last day of the round. */
    public String last() {
        return LondonTime.day(round.plan().period().last());
    }
}
