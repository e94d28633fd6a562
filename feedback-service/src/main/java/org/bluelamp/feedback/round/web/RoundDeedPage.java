package org.bluelamp.feedback.round.web;

import org.bluelamp.feedback.round.Round;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.DateInput;

/**
 * A question about a round, on a page of its own.
 *
 * @param round the round
 * @param deed what shall become of it: {@code until}, {@code close} or {@code remove}
 * @param form what was typed and what is wrong with it
 */
public record RoundDeedPage(Round round, String deed, Form form) {

    /** Where the form is sent. */
    public String action() {
        return RoundFrames.path(round.id()) + "/" + deed;
    }

    /** Where to go instead. */
    public String back() {
        return RoundFrames.path(round.id());
    }

    /** The boxes of the new last day. */
    public DateInput lastDay() {
        return PlanPage.day(form, "last", "What is the last day?");
    }
}
