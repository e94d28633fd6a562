package org.bluelamp.feedback.round.web;

import org.bluelamp.feedback.round.Plan;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.DateInput;

/**
 * The form for the plan of a round.
 *
 * @param action where the form is sent
 * @param version the version that is changed; 0 for a new round
 * @param form what was filled in and what is wrong with it
 * @param back where to go instead
 */
public record PlanPage(String action, long version, Form form, String back) {

    /** The longest text about it. */
    public int longestAbout() {
        return Plan.LONGEST_ABOUT;
    }

    /** The boxes of a day. */
    public DateInput day(String field, String legend) {
        return day(form, field, legend);
    }

    static DateInput day(Form form, String field, String legend) {
        return new DateInput(
                form.field(field),
                legend,
                form.field(field + ".day"),
                form.field(field + ".month"),
                form.field(field + ".year"));
    }
}
