package org.bluelamp.feedback.priority.web;

import java.time.LocalDate;
import java.util.Objects;
import org.bluelamp.feedback.priority.Text;
import org.bluelamp.web.form.DateBoxes;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A planned action as it was typed. The order is that of the page.
 *
 * @param text what is to be done
 * @param owner whose it is
 * @param due by when
 */
public record ActionForm(String text, String owner, DateBoxes due) {

    /** Takes what a browser sent. */
    public ActionForm(@Nullable String text, @Nullable String owner, @Nullable DateBoxes due) {
        this.text = Objects.requireNonNullElse(text, "");
        this.owner = Objects.requireNonNullElse(owner, "");
        this.due = Objects.requireNonNullElse(due, DateBoxes.EMPTY);
    }

    static ActionForm blank() {
        return new ActionForm(null, "Neighbourhood policing team", null);
    }

    /** The day by which it is to be done; null when something is not right yet, which is then told at its field. */
    @Nullable
    LocalDate check(Errors errors, LocalDate today) {
        Rules.check(errors, "text", Text.PLANNED, text, "Enter what is to be done");
        Rules.check(errors, "owner", Text.OWNER, owner, "Enter which team or role does it");
        @Nullable LocalDate day = due.read(errors, "due", "The day by which it is to be done");
        if (day != null && day.isBefore(today)) {
            errors.rejectValue("due", "past", "The day by which it is to be done must be today or later");
        }
        return errors.hasErrors() ? null : day;
    }
}
