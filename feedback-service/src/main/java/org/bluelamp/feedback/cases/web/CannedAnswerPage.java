package org.bluelamp.feedback.cases.web;

import java.util.List;
import java.util.UUID;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The form for a canned answer.
 *
 * @param id its id, for a new one too, so that a form sent twice makes one
 * @param version the version that is changed; 0 for a new one
 * @param form what was filled in
 * @param areas whose it can be
 */
public record CannedAnswerPage(UUID id, long version, Form form, List<Choice> areas) {

    /** Where the form is sent to. */
    public String path() {
        return CannedAnswersController.PATH + "/" + id;
    }

    /** Whether it is a new one. */
    public boolean fresh() {
        return version == 0;
    }

    /** The longest text. */
    public int longest() {
        return Entry.LONGEST;
    }
}
