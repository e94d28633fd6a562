package org.bluelamp.feedback.survey.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.feedback.survey.Answers;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Reading;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.feedback.survey.Typing;
import org.bluelamp.web.form.Form;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/**
 * A step through a survey. Pages follow each other by what was answered; the server keeps nothing of it, and hidden
 * fields carry what was answered on other pages, forwards and back.
 */
public sealed interface Walk {

    /** The field with the number of the page that was filled in, from 0. */
    String PAGE = "page";

    /** The name of the button that leads one page back. */
    String BACK = "back";

    /**
     * A page to show.
     *
     * @param number its number, from 0
     * @param questions what it asks
     * @param form what was answered on it and what is wrong with that
     * @param carried what was answered on other pages
     */
    record At(int number, List<Question> questions, Form form, List<Carried> carried) implements Walk {}

    /**
     * All pages are in order.
     *
     * @param answers what was answered to the questions that were asked
     * @param pages how many pages there were
     * @param beyond whether what was sent was the page after the last one
     */
    record Through(Answers answers, int pages, boolean beyond) implements Walk {}

    /** A hidden field. */
    record Carried(String name, String value) {}

    /** The first page, with nothing answered. */
    static At start(Survey survey) {
        List<List<Question>> pages = survey.pages(Answers.NONE);
        return new At(0, pages.isEmpty() ? List.of() : pages.getFirst(), Form.blank(), List.of());
    }

    /** What follows after what was sent. */
    static Walk take(Survey survey, MultiValueMap<String, String> sent) {
        Typing typed = field -> sent.getOrDefault(field, List.of());
        int page = page(typed);
        boolean back = sent.containsKey(BACK);
        Answers answers = Answers.NONE;
        for (int number = 0; number <= page; number++) {
            List<List<Question>> pages = survey.pages(answers);
            if (number >= pages.size()) {
                return back && !pages.isEmpty()
                        ? at(survey, pages, pages.size() - 1, typed, Map.of())
                        : new Through(answers, pages.size(), true);
            }
            Reading reading = Reading.of(pages.get(number), answers, typed);
            if (back && number >= page - 1) {
                return at(survey, pages, number, typed, Map.of());
            }
            if (!reading.faults().isEmpty()) {
                return at(survey, pages, number, typed, reading.faults());
            }
            answers = reading.answers();
        }
        List<List<Question>> pages = survey.pages(answers);
        return page + 1 < pages.size()
                ? at(survey, pages, page + 1, typed, Map.of())
                : new Through(answers, pages.size(), false);
    }

    /** All that was answered, as hidden fields. */
    static List<Carried> carried(Survey survey, Typing typed, Set<Question> shown) {
        List<Carried> carried = new ArrayList<>();
        for (Question question : survey.questions()) {
            if (!shown.contains(question)) {
                for (String field : Reading.fields(question)) {
                    typed.of(field).stream()
                            .filter(value -> !value.isEmpty())
                            .forEach(value -> carried.add(new Carried(field, value)));
                }
            }
        }
        return carried;
    }

    private static At at(
            Survey survey, List<List<Question>> pages, int number, Typing typed, Map<String, String> faults) {
        List<Question> page = pages.get(number);
        Map<String, Object> values = new HashMap<>();
        page.stream()
                .flatMap(question -> Reading.fields(question).stream())
                .forEach(field -> values.put(field, typed.of(field)));
        BindingResult result = new MapBindingResult(values, "form");
        faults.forEach((field, words) -> result.rejectValue(field, "Rule", words));
        return new At(
                number,
                page,
                Form.of(result),
                carried(survey, typed, page.stream().collect(Collectors.toSet())));
    }

    private static int page(Typing typed) {
        try {
            return Math.clamp(Integer.parseInt(typed.one(PAGE)), 0, Survey.MOST);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
