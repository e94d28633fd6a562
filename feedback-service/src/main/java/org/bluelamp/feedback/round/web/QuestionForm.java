package org.bluelamp.feedback.round.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.survey.Asked;
import org.bluelamp.feedback.survey.Branch;
import org.bluelamp.feedback.survey.Kind;
import org.bluelamp.feedback.survey.Options;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Survey;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A question as it was typed. The order is that of the page.
 *
 * @param text the question
 * @param hint help under it
 * @param options its answers, one on each line
 * @param low the lower end of a scale
 * @param high the upper end
 * @param required "yes" when it must be answered
 * @param branch of whom it is asked, question and option with a colon between; empty for everybody
 */
public record QuestionForm(
        String text, String hint, String options, String low, String high, String required, String branch) {

    /** Takes what a browser sent. */
    public QuestionForm(
            @Nullable String text,
            @Nullable String hint,
            @Nullable String options,
            @Nullable String low,
            @Nullable String high,
            @Nullable String required,
            @Nullable String branch) {
        this.text = Objects.requireNonNullElse(text, "");
        this.hint = Objects.requireNonNullElse(hint, "");
        this.options = Objects.requireNonNullElse(options, "");
        this.low = Objects.requireNonNullElse(low, "");
        this.high = Objects.requireNonNullElse(high, "");
        this.required = Objects.requireNonNullElse(required, "");
        this.branch = Objects.requireNonNullElse(branch, "");
    }

    static QuestionForm blank() {
        return new QuestionForm(null, null, null, null, null, null, null);
    }

    static QuestionForm of(Question question) {
        @Nullable Branch branch = question.branch();
        return new QuestionForm(
                question.text(),
                question.hint(),
                question.kind().listed() ? String.join("\n", question.asked().options()) : null,
                question.asked() instanceof Asked.Scale(var low, var _) ? low : null,
                question.asked() instanceof Asked.Scale(var _, var high) ? high : null,
                question.required() ? "yes" : null,
                branch == null ? null : value(branch));
    }

    static String value(Branch branch) {
        return branch.question() + ":" + branch.option();
    }

    /** The question; empty when something is not right yet, which is then told at its field. */
    Optional<Question> read(int number, Kind kind, Survey survey, Errors errors) {
        check(errors, "text", text, Question.LONGEST, "Enter the question");
        if (Typed.length(Typed.oneLine(hint)) > Question.LONGEST) {
            errors.rejectValue("hint", "Size", "The help must be " + Question.LONGEST + " characters or fewer");
        }
        List<String> list = Options.read(options);
        if (kind.listed()) {
            Options.faults(list).forEach(fault -> errors.rejectValue("options", "Rule", fault));
        }
        if (kind == Kind.SCALE) {
            check(errors, "low", low, Options.LONGEST, "Enter what step 1 means");
            check(errors, "high", high, Options.LONGEST, "Enter what step " + Asked.Scale.STEPS + " means");
        }
        Optional<Branch> wanted = branch(number, survey);
        if (!branch.isEmpty() && wanted.isEmpty()) {
            errors.rejectValue("branch", "Rule", "Choose from the list who is asked this");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        Asked asked = switch (kind) {
            case CHOICE -> new Asked.Choice(list);
            case SEVERAL -> new Asked.Several(list);
            case SCALE -> new Asked.Scale(low, high);
            case RANKING -> new Asked.Ranking(list);
            case TEXT -> new Asked.Text();
            case PLACE -> new Asked.Place();
        };
        return Optional.of(new Question(number, text, hint, required.equals("yes"), asked, wanted.orElse(null)));
    }

    private Optional<Branch> branch(int number, Survey survey) {
        return branches(number, survey).stream()
                .filter(one -> value(one).equals(branch))
                .findFirst();
    }

    /** On what a question of this number can depend. */
    static List<Branch> branches(int number, Survey survey) {
        return survey.questions().stream()
                .filter(question ->
                        question.number() < number && question.kind().branches())
                .flatMap(question -> java.util.stream.IntStream.rangeClosed(
                                1, question.asked().options().size())
                        .mapToObj(option -> new Branch(question.number(), option)))
                .toList();
    }

    private static void check(Errors errors, String field, String typed, int longest, String missing) {
        int length = Typed.length(Typed.oneLine(typed));
        if (length == 0) {
            errors.rejectValue(field, "NotBlank", missing);
        } else if (length > longest) {
            errors.rejectValue(field, "Size", "Shorten this to " + longest + " characters or fewer");
        }
    }
}
