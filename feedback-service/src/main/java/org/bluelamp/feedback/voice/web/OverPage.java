package org.bluelamp.feedback.voice.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.web.page.LondonTime;

/**
 * For somebody who wants to answer, or sent answers, while the round is not open.
 *
 * @param round the round
 * @param area its neighbourhood
 * @param answered whether they sent answers
 * @param words what they wrote in their own words, so that it is not lost; may be empty
 */
public record OverPage(Round round, Area area, boolean answered, String words) {

    /** For who has sent nothing yet. */
    static OverPage nothingSent(Round round, Area area) {
        return new OverPage(round, area, false, "");
    }

    /** For who sent answers, with their own words. */
    static OverPage sent(Round round, Area area, String words) {
        return new OverPage(round, area, true, words);
    }

    /** Whether it has not begun. */
    public boolean early() {
        return round instanceof Planned;
    }

    /** The day it opens. */
    public String first() {
        return LondonTime.day(round.plan().period().first());
    }
}
