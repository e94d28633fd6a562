package org.bluelamp.feedback.voice.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.survey.web.Walk;
import org.bluelamp.feedback.voice.AgeBand;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The page after the questions: the code, and who somebody is, if they like.
 *
 * @param round the round
 * @param area its neighbourhood
 * @param action where the form is sent
 * @param pages how many pages of questions there were
 * @param form what was filled in and what is wrong with it
 * @param carried the answers and the hidden fields
 */
public record LastPage(Round round, Area area, String action, int pages, Form form, List<Walk.Carried> carried) {

    /** How old somebody can be. */
    public List<Choice> ages() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Prefer not to say")));
        Arrays.stream(AgeBand.values()).forEach(band -> choices.add(new Choice(band.code(), band.label())));
        return choices;
    }

    /** The parts of the neighbourhood; empty when nobody named any. */
    public List<Choice> parts() {
        if (round.plan().parts().isEmpty()) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Prefer not to say")));
        round.plan().parts().forEach(part -> choices.add(new Choice(part, part)));
        return choices;
    }
}
