package org.bluelamp.feedback.voice.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.web.Controls;
import org.bluelamp.feedback.survey.web.Walk;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Component;

/**
 * One page of the questions of a round.
 *
 * @param round the round
 * @param area its neighbourhood
 * @param action where the form is sent
 * @param at the page
 * @param guards the hidden fields that tell people from programs and one submission from another
 */
public record AnswerPage(Round round, Area area, String action, Walk.At at, List<Walk.Carried> guards) {

    /** A question as a control. */
    public Component control(Question question) {
        return Controls.of(question, form());
    }

    /** What was answered on this page. */
    public Form form() {
        return at.form();
    }

    /** Whether there is a page before. */
    public boolean follows() {
        return at.number() > 0;
    }
}
