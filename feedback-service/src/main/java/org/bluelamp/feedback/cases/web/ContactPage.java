package org.bluelamp.feedback.cases.web;

import org.bluelamp.feedback.FeedbackProperties;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.cases.ContactDraft;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form for a message to a neighbourhood's team.
 *
 * @param area the neighbourhood
 * @param team who reads it; null when that has not been heard of yet
 * @param readers who reads it, to stand at the beginning of a sentence
 * @param form what was filled in and what is wrong with it
 * @param links where other matters go
 */
public record ContactPage(Area area, @Nullable Team team, String readers, Form form, FeedbackProperties links) {

    /** Where the form is and is sent to. */
    public String address() {
        return "/have-your-say/" + area.path() + "/contact";
    }

    /** The longest message. */
    public int longestMessage() {
        return ContactDraft.LONGEST_MESSAGE;
    }

    /** What a hidden field holds. */
    public String hidden(String name) {
        String value = form.field(name).value();
        return value == null ? "" : value;
    }
}
