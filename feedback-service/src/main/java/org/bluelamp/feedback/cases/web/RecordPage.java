package org.bluelamp.feedback.cases.web;

import java.util.List;
import org.bluelamp.feedback.cases.ContactDraft;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The form on which staff record a conversation or a paper form.
 *
 * @param areas the person's neighbourhoods
 * @param form what was filled in
 */
public record RecordPage(List<Choice> areas, Form form) {

    /** What it came as, to choose from. */
    public List<Choice> kinds() {
        return List.of(
                new Choice(Kind.CONVERSATION.code(), "They told me in person"),
                new Choice(Kind.PAPER.code(), "A paper form or letter"));
    }

    /** The longest message. */
    public int longestMessage() {
        return ContactDraft.LONGEST_MESSAGE;
    }

    /** The longest answer. */
    public int longestAnswer() {
        return Entry.LONGEST;
    }

    /** What a hidden field holds. */
    public String hidden(String name) {
        String value = form.field(name).value();
        return value == null ? "" : value;
    }
}
