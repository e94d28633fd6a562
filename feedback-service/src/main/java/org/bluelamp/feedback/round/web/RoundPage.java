package org.bluelamp.feedback.round.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.web.page.LondonTime;

/**
 * One round, for residents.
 *
 * @param round the round as it is now
 * @param area its neighbourhood
 * @param readers who reads the answers, to stand at the beginning of a sentence
 */
public record RoundPage(Round round, Area area, String readers) {

    /** Whether it can be answered. */
    public boolean open() {
        return round instanceof Open;
    }

    /** Whether it will be. */
    public boolean planned() {
        return round instanceof Planned;
    }

    /** Whether it is over. */
    public boolean over() {
        return round instanceof Closed || round instanceof Decided;
    }

    /** The neighbourhood's word on what it decided; empty before. */
    public String decision() {
        return round instanceof Decided decided ? decided.decision() : "";
    }

    /** The day it opens. */
    public String first() {
        return LondonTime.day(round.plan().period().first());
    }

    /** The last day on which it can or could be answered. */
    public String last() {
        return LondonTime.day(round.plan().period().last());
    }

    /** How many questions it has, in words. */
    public String questions() {
        int number = round.survey().questions().size();
        return number == 1 ? "1 question" : "at most " + number + " questions";
    }
}
