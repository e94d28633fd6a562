package org.bluelamp.feedback.leaving.web;

import java.util.List;
import org.bluelamp.service.audit.Deed;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.page.LondonTime;

/**
 * Where everything is taken along.
 *
 * @param form the form so far
 * @param possible whether there is a key to sign with
 * @param taken when it was taken before, the latest first
 */
public record LeavingPage(Form form, boolean possible, List<Deed> taken) {

    /** The one box. */
    public List<Choice> contacts() {
        return List.of(new Choice("yes", "Put in how the senders of open cases can be reached, in the clear")
                .hint("Only for a system that answers them from now on. Delete it there 28 days after the end"));
    }

    /** The longest reason. */
    public int longest() {
        return LeavingForm.LONGEST;
    }

    /** When it was taken, by whom and why. */
    public String line(Deed deed) {
        return LondonTime.minute(deed.at()) + ", " + deed.who()
                + (deed.action().endsWith("with-contacts") ? ", with contact details" : "");
    }
}
