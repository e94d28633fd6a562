package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.DateInput;
import org.jspecify.annotations.Nullable;

/**
 * Asks before an article is published or withdrawn.
 *
 * @param title of the article
 * @param action where the answer goes
 * @param back where "no" leads
 * @param version the version the person has seen
 * @param areas the names of those it is for
 * @param households how many households live there, in words, when it is known
 * @param gaps what is still to be filled in
 * @param schedulable whether it may be published later instead
 * @param form the answer
 */
public record ConfirmPage(
        String title,
        String summary,
        String action,
        String back,
        long version,
        List<String> areas,
        @Nullable String households,
        List<String> gaps,
        boolean schedulable,
        Form form) {

    /** The day on which it is to be published. */
    public DateInput date() {
        return new DateInput(
                form.field("date"), "Day", form.field("date.day"), form.field("date.month"), form.field("date.year"));
    }

    /** Where an answer about the time goes. */
    public String schedule() {
        return back + "/schedule";
    }
}
