package org.bluelamp.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final Asked YES_OR_NO = new Asked.Choice(List.of("Yes", "No"));

    @Test
    void a_survey_without_branches_is_one_page() {
        Survey survey = survey(question(1, YES_OR_NO, null), question(2, new Asked.Text(), null));
        assertThat(numbers(survey.pages(Answers.NONE))).containsExactly(List.of(1, 2));
    }

    @Test
    void a_question_that_depends_on_an_answer_comes_on_a_page_after_it_and_only_for_those_who_gave_it() {
        Survey survey = survey(
                question(1, YES_OR_NO, null),
                question(2, new Asked.Text(), new Branch(1, 1)),
                question(3, new Asked.Place(), null));
        assertThat(numbers(survey.pages(chose(1, 1)))).containsExactly(List.of(1), List.of(2, 3));
        assertThat(numbers(survey.pages(chose(1, 2)))).containsExactly(List.of(1), List.of(3));
        assertThat(numbers(survey.pages(Answers.NONE))).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void what_depends_on_a_question_that_was_not_asked_is_not_asked_either_whatever_was_sent() {
        Survey survey = survey(
                question(1, YES_OR_NO, null),
                question(2, YES_OR_NO, new Branch(1, 1)),
                question(3, new Asked.Text(), new Branch(2, 1)));
        Answers answers = new Answers(new TreeMap<>(Map.of(1, chosen(2), 2, chosen(1))));
        assertThat(numbers(survey.pages(answers))).containsExactly(List.of(1));
    }

    @Test
    void a_branch_must_lead_to_an_answer_of_an_earlier_question() {
        assertThatThrownBy(() -> question(1, YES_OR_NO, new Branch(1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> survey(question(1, new Asked.Text(), null), question(2, YES_OR_NO, new Branch(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> survey(question(1, YES_OR_NO, null), question(2, YES_OR_NO, new Branch(1, 3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void branches_follow_a_question_that_moves_and_hold_one_that_is_needed() {
        Survey survey = survey(
                question(1, new Asked.Text(), null),
                question(2, YES_OR_NO, null),
                question(3, new Asked.Place(), new Branch(2, 1)));
        Survey moved = survey.earlier(2);
        assertThat(moved.questions().get(2).branch()).isEqualTo(new Branch(1, 1));
        assertThat(survey.without(1).questions().get(1).branch()).isEqualTo(new Branch(1, 1));
        assertThat(survey.dependingOn(2)).containsExactly(3);
        assertThatThrownBy(() -> survey.without(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> survey.earlier(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> survey.earlier(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lists_of_answers_are_short_different_and_not_empty() {
        assertThatThrownBy(() -> new Asked.Choice(List.of("One"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Asked.Choice(List.of("One", "one "))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Asked.Several(List.of("One", "x".repeat(101))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Options.read(" Parks \r\n\r\nThe  station\n")).containsExactly("Parks", "The station");
    }

    @Test
    void each_kind_of_answer_is_read_by_its_own_rule() {
        Question choice = question(1, YES_OR_NO, null);
        Question several = question(2, new Asked.Several(List.of("Parks", "Streets", "Shops")), null);
        Question scale = question(3, new Asked.Scale("Not safe", "Safe"), null);
        Question ranking = question(4, new Asked.Ranking(List.of("Parks", "Streets", "Shops")), null);
        Question text = question(5, new Asked.Text(), null);
        Question place = question(6, new Asked.Place(), null);
        Reading reading = read(
                List.of(choice, several, scale, ranking, text, place),
                Map.of(
                        "q1",
                        "2",
                        "q2",
                        "1,3",
                        "q3",
                        "5",
                        "q4-1",
                        "2",
                        "q4-3",
                        "1",
                        "q5",
                        " Dark\r\nstreets ",
                        "q6",
                        "The  park"));
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.answers().byQuestion())
                .containsEntry(1, chosen(2))
                .containsEntry(2, chosen(1, 3))
                .containsEntry(3, chosen(5))
                .containsEntry(4, new Answer.Ranked(List.of(3, 1)))
                .containsEntry(5, new Answer.Written("Dark\nstreets"))
                .containsEntry(6, new Answer.Written("The park"));
    }

    @Test
    void that_none_applies_is_an_answer_by_itself() {
        List<Question> page =
                List.of(question(1, new Asked.Several(List.of("Speeding", "Drugs", "None of these")), null));
        assertThat(read(page, Map.of("q1", "3")).faults()).isEmpty();
        assertThat(read(page, Map.of("q1", "1,2")).faults()).isEmpty();
        assertThat(read(page, Map.of("q1", "1,3")).faults().get("q1"))
                .isEqualTo("Tick what applies, or “None of these”, but not both");
    }

    @Test
    void what_cannot_be_meant_is_told_at_its_field() {
        Question choice = question(1, YES_OR_NO, null);
        Question ranking = question(2, new Asked.Ranking(List.of("Parks", "Streets", "Shops")), null);
        Question text = question(3, new Asked.Text(), null);
        List<Question> page = List.of(choice, ranking, text);
        assertThat(read(page, Map.of("q1", "3")).faults()).containsOnlyKeys("q1");
        assertThat(read(page, Map.of("q1", "1,2")).faults()).containsOnlyKeys("q1");
        assertThat(read(page, Map.of("q2-1", "1", "q2-2", "1")).faults().get("q2-1"))
                .contains("number 1 twice");
        assertThat(read(page, Map.of("q2-1", "2")).faults().get("q2-1")).contains("Start with number 1");
        assertThat(read(page, Map.of("q3", "x".repeat(1001))).faults().get("q3"))
                .contains("1,001");
        assertThat(read(page, Map.of()).faults()).isEmpty();
    }

    @Test
    void a_question_that_must_be_answered_says_so_by_its_own_words() {
        Question required = new Question(1, "Where?", "", true, new Asked.Place(), null);
        assertThat(read(List.of(required), Map.of("q1", "  ")).faults().get("q1"))
                .contains("Where?");
    }

    private static Reading read(List<Question> page, Map<String, String> typed) {
        return Reading.of(page, Answers.NONE, field -> {
            String value = typed.get(field);
            return value == null
                    ? List.of()
                    : field.equals("q5") || field.equals("q3") && value.length() > 9
                            ? List.of(value)
                            : Arrays.asList(value.split(","));
        });
    }

    private static Answers chose(int question, int option) {
        return new Answers(new TreeMap<>(Map.of(question, chosen(option))));
    }

    private static Answer chosen(Integer... options) {
        return new Answer.Chosen(new TreeSet<>(List.of(options)));
    }

    private static Question question(int number, Asked asked, @Nullable Branch branch) {
        return new Question(number, "Question " + number, "", false, asked, branch);
    }

    private static Survey survey(Question... questions) {
        return new Survey(List.of(questions));
    }

    private static List<List<Integer>> numbers(List<List<Question>> pages) {
        List<List<Integer>> numbers = new ArrayList<>();
        pages.forEach(page -> numbers.add(page.stream().map(Question::number).toList()));
        return numbers;
    }
}
