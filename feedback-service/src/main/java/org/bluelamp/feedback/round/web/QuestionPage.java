package org.bluelamp.feedback.round.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.survey.Branch;
import org.bluelamp.feedback.survey.Kind;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The form for one question of a survey.
 *
 * @param action where the form is sent
 * @param version the version of the round that is changed
 * @param kind how the question is answered
 * @param number its number
 * @param survey the survey so far
 * @param form what was filled in and what is wrong with it
 * @param back where to go instead
 */
public record QuestionPage(String action, long version, Kind kind, int number, Survey survey, Form form, String back) {

    /** Of whom it can be asked. */
    public List<Choice> branchChoices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Everybody")));
        for (Branch branch : QuestionForm.branches(number, survey)) {
            Question earlier = survey.question(branch.question()).orElseThrow();
            choices.add(new Choice(
                    QuestionForm.value(branch),
                    "Those who answered “" + earlier.asked().options().get(branch.option() - 1) + "” to question "
                            + earlier.number()));
        }
        return choices;
    }
}
