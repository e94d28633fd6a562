package org.bluelamp.feedback.concern.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Divider;
import org.bluelamp.web.govuk.Option;
import org.bluelamp.web.page.LondonTime;

/**
 * What is like what a resident wrote, to be supported instead of repeated. Her own words go through it unchanged.
 *
 * @param area the neighbourhood
 * @param carried what she filled in
 * @param similar what is like it
 * @param round whether the neighbourhood has an open round, so that a code counts
 * @param form what was chosen and what is wrong with it
 */
public record SimilarPage(Area area, List<Carried> carried, List<Said> similar, boolean round, Form form) {

    /** The step back to the form. */
    public static final String EDIT = ConcernForm.EDIT;

    /** Where the form is sent to. */
    public String address() {
        return "/have-your-say/" + area.path();
    }

    /** What can be supported, and her own words. */
    public List<Option> choices() {
        List<Option> choices = new ArrayList<>();
        similar.forEach(said -> choices.add(new Choice(said.cause().code(), said.beginning())
                .hint("%s %s. %s"
                        .formatted(
                                said.priority() ? "The team works on it since" : "Shown since",
                                LondonTime.day(said.since()),
                                said.backing().words()))));
        choices.add(new Divider("or"));
        choices.add(new Choice(ConcernForm.OWN, "None of these, send what I wrote"));
        return List.copyOf(choices);
    }

    /** What she wrote. */
    public String text() {
        return carried.stream()
                .filter(one -> one.name().equals("text"))
                .findFirst()
                .map(Carried::value)
                .orElse("");
    }
}
