package org.bluelamp.feedback.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bluelamp.feedback.survey.Asked;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Reading;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.CharacterCount;
import org.bluelamp.web.govuk.Checkboxes;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.Divider;
import org.bluelamp.web.govuk.Field;
import org.bluelamp.web.govuk.Fieldset;
import org.bluelamp.web.govuk.Hint;
import org.bluelamp.web.govuk.Input;
import org.bluelamp.web.govuk.Label;
import org.bluelamp.web.govuk.Legend;
import org.bluelamp.web.govuk.Option;
import org.bluelamp.web.govuk.Radios;
import org.bluelamp.web.govuk.Select;
import org.bluelamp.web.govuk.Size;
import org.bluelamp.web.govuk.Textarea;

/** The questions of a survey as controls of a page. */
public final class Controls {

    private Controls() {}

    /** One question with what was answered so far and what is wrong with it. */
    public static Component of(Question question, Form form) {
        String text = question.required() ? question.text() : question.text() + " (optional)";
        Field field = form.field(Reading.field(question));
        Legend legend = new Legend(text).size(Size.M);
        Label label = new Label(text).size(Size.M);
        return switch (question.asked()) {
            case Asked.Choice choice -> hinted(new Radios(field, legend, choices(choice.options())), question);
            case Asked.Scale scale -> hinted(new Radios(field, legend, choices(scale.options())), question);
            case Asked.Several several -> {
                Checkboxes boxes = new Checkboxes(field, legend, boxes(several));
                yield boxes.hint(question.hint().isEmpty() ? "Tick all that apply" : question.hint());
            }
            case Asked.Ranking ranking -> ranking(question, ranking.options(), legend, form);
            case Asked.Text _ -> {
                Textarea area = new Textarea(field, label);
                yield new CharacterCount(
                        area.hint(
                                question.hint().isEmpty()
                                        ? "Only the team will read this. Do not include names"
                                        : question.hint()),
                        Asked.Text.LONGEST);
            }
            case Asked.Place _ ->
                new Input(field, label)
                        .hint(
                                question.hint().isEmpty()
                                        ? "For example a street, a park or a bus stop"
                                        : question.hint());
        };
    }

    private static Component ranking(Question question, List<String> options, Legend legend, Form form) {
        List<Choice> ranks = new ArrayList<>(List.of(new Choice("", "Not ranked")));
        IntStream.rangeClosed(1, options.size()).forEach(rank -> ranks.add(new Choice("" + rank, "" + rank)));
        String hintId = Reading.field(question) + "-help";
        Hint hint = new Hint(
                        question.hint().isEmpty()
                                ? "Give number 1 to what matters most to you, then 2, and so on. You can leave some out"
                                : question.hint())
                .id(hintId);
        return new Fieldset(legend, (Component) output -> {
                    hint.render(output);
                    for (int option = 1; option <= options.size(); option++) {
                        new Select(form.field(Reading.field(question, option)), options.get(option - 1), ranks)
                                .render(output);
                    }
                })
                .describedBy(hintId);
    }

    private static Radios hinted(Radios radios, Question question) {
        return question.hint().isEmpty() ? radios : radios.hint(question.hint());
    }

    /** The answer that none applies stands apart. */
    private static List<Option> boxes(Asked.Several several) {
        List<Option> boxes = new ArrayList<>(choices(several.options()));
        if (several.none() > 0) {
            Choice none = (Choice) boxes.removeLast();
            boxes.add(new Divider());
            boxes.add(none.asExclusive());
        }
        return boxes;
    }

    private static List<Choice> choices(List<String> options) {
        return IntStream.rangeClosed(1, options.size())
                .mapToObj(number -> new Choice("" + number, options.get(number - 1)))
                .toList();
    }
}
