package org.bluelamp.feedback.cases.web;

import java.util.List;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The form for something that staff do about a case.
 *
 * @param held the case as it is now
 * @param deed what is done
 * @param form what was filled in
 * @param choices neighbourhoods or reasons to choose from; empty when there is nothing to choose
 */
public record DeedPage(Case held, Deed deed, Form form, List<Choice> choices) {

    /** Where the case is. */
    public String path() {
        return CaseFrames.path(held.reference());
    }

    /** The longest text. */
    public int longest() {
        return Entry.LONGEST;
    }

    /** What the form's hidden field holds. */
    public String token() {
        String token = form.field("token").value();
        return token == null ? "" : token;
    }
}
