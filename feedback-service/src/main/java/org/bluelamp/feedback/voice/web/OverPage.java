package org.bluelamp.feedback.voice.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.web.page.LondonTime;

/**
 * For somebody who sent answers while the round was not open.
 *
 * @param round the round
 * @param area its neighbourhood
 * @param words what they wrote in their own words, so that it is not lost; may be empty
 */
public record OverPage(Round round, Area area, String words) {

    /** Whether it has not begun. */
    public boolean early() {
        return round instanceof Planned;
    }

    /** The day it opens. */
    public String first() {
        return LondonTime.day(round.plan().period().first());
    }
}
