package org.bluelamp.feedback.priority.web;

import java.util.List;
import org.bluelamp.feedback.priority.Text;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The form for the words of a priority, a new one or one that is worked on.
 *
 * @param action where the form is sent
 * @param version the version that is changed; 0 for a new priority
 * @param form what was filled in and what is wrong with it
 * @param concerns what can be ticked; empty when the person may not or there is none
 * @param back where to go instead
 */
public record WordsPage(String action, long version, Form form, List<Choice> concerns, String back) {

    /** The longest issue. */
    public int longestIssue() {
        return Text.ISSUE.limit();
    }

    /** The longest reason why. */
    public int longestWhy() {
        return Text.WHY.limit();
    }

    /** The longest action. */
    public int longestAction() {
        return Text.ACTION.limit();
    }

    /** Whether it is a new priority. */
    public boolean fresh() {
        return version == 0;
    }
}
