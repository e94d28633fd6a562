package org.bluelamp.feedback.priority.web;

import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.PlannedAction;
import org.bluelamp.feedback.priority.Text;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.DateInput;

/**
 * The form for a planned action, a new one.
 *
 * @param priority what it is to be done about
 * @param form what was filled in and what is wrong with it
 */
public record ActionPage(Current priority, Form form) {

    /** The longest text of one. */
    public int longest() {
        return Text.PLANNED.limit();
    }

    /** The boxes of the day. */
    public DateInput due() {
        return new DateInput(
                form.field("due"), "By when?", form.field("due.day"), form.field("due.month"), form.field("due.year"));
    }

    /**
     * The page of a planned action that is not done yet.
     *
     * @param priority what it is to be done about
     * @param action what is to be done
     * @param form what came of it
     */
    public record Done(Current priority, PlannedAction action, Form form) {

        /** The longest result. */
        public int longest() {
            return Text.RESULT.limit();
        }
    }
}
