package org.bluelamp.feedback.moderation.web;

import java.util.Arrays;
import java.util.List;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.moderation.KeptBack;
import org.bluelamp.feedback.moderation.ModerationDesk.Decision;
import org.bluelamp.feedback.wording.Personal;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A concern about which somebody decides whether everybody may read it.
 *
 * @param concern the concern
 * @param decision what was decided; null when nobody has
 * @param form what was filled in
 */
public record ModerationPage(Concern concern, @Nullable Decision decision, Form form) {

    /** Where the form is sent to. */
    public String path() {
        return ModerationController.PATH + "/" + concern.reference();
    }

    /** The decision that the person sees; 0 for none. */
    public long version() {
        return decision == null ? 0 : decision.version();
    }

    /** How much was found that may say who somebody is. */
    public int found() {
        return Personal.in(concern.text()).size();
    }

    /** What can be decided. */
    public List<Choice> decisions() {
        return List.of(
                new Choice("show", "Publish the words below"),
                new Choice("keep-back", "Do not publish it, so that only staff can read it"));
    }

    /** Why it can be kept back. */
    public List<Choice> reasons() {
        return Arrays.stream(KeptBack.values())
                .map(reason -> new Choice(reason.code(), reason.label()))
                .toList();
    }

    /** The longest text. */
    public int longest() {
        return Draft.LONGEST_TEXT;
    }
}
