package org.bluelamp.feedback.round.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.feedback.round.Period;
import org.bluelamp.feedback.round.Plan;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.form.DateBoxes;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The plan of a round as it was typed. The order is that of the page.
 *
 * @param title what it is called
 * @param about why residents are asked
 * @param first the day it opens
 * @param last the last day
 * @param parts the neighbourhood's parts, one on each line
 */
public record PlanForm(String title, String about, DateBoxes first, DateBoxes last, String parts) {

    /** Takes what a browser sent. */
    public PlanForm(
            @Nullable String title,
            @Nullable String about,
            @Nullable DateBoxes first,
            @Nullable DateBoxes last,
            @Nullable String parts) {
        this.title = Objects.requireNonNullElse(title, "");
        this.about = Objects.requireNonNullElse(about, "");
        this.first = Objects.requireNonNullElse(first, DateBoxes.EMPTY);
        this.last = Objects.requireNonNullElse(last, DateBoxes.EMPTY);
        this.parts = Objects.requireNonNullElse(parts, "");
    }

    static PlanForm blank() {
        return new PlanForm(null, null, null, null, null);
    }

    static PlanForm of(Plan plan) {
        return new PlanForm(
                plan.title(),
                plan.about(),
                DateBoxes.of(plan.period().first()),
                DateBoxes.of(plan.period().last()),
                String.join("\n", plan.parts()));
    }

    /** The plan, with the survey; empty when something is not right yet, which is then told at its field. */
    Optional<Plan> read(RoundId id, AreaCode area, Survey survey, LocalDate today, Errors errors) {
        check(errors, "title", Typed.oneLine(title), Plan.LONGEST_TITLE, "Enter what the round is called");
        check(errors, "about", Typed.clean(about).strip(), Plan.LONGEST_ABOUT, "Enter why residents are asked");
        @Nullable LocalDate opens = first.read(errors, "first", "The day it opens");
        @Nullable LocalDate closes = last.read(errors, "last", "The last day");
        if (opens != null && opens.isBefore(today)) {
            errors.rejectValue("first", "past", "The day it opens must be today or later");
        }
        if (opens != null && closes != null) {
            checkLast(errors, "last", opens, closes, today);
        }
        List<String> names = Typed.clean(parts)
                .lines()
                .map(Typed::oneLine)
                .filter(line -> !line.isEmpty())
                .toList();
        if (names.size() > Plan.MOST_PARTS) {
            errors.rejectValue("parts", "Size", "Enter at most " + Plan.MOST_PARTS + " parts");
        } else if (names.stream().anyMatch(name -> Typed.length(name) > Plan.LONGEST_PART)) {
            errors.rejectValue(
                    "parts", "Size", "The name of a part must be " + Plan.LONGEST_PART + " characters or fewer");
        }
        return errors.hasErrors() || opens == null || closes == null
                ? Optional.empty()
                : Optional.of(new Plan(id, area, title, about, names, new Period(opens, closes), survey));
    }

    static void checkLast(Errors errors, String field, LocalDate opens, LocalDate closes, LocalDate today) {
        if (closes.isBefore(opens) || closes.isBefore(today)) {
            errors.rejectValue(
                    field, "order", "The last day must be the day it opens or later, and not be in the past");
        } else if (opens.plusDays(Period.LONGEST).isBefore(closes)) {
            errors.rejectValue(field, "long", "A round takes at most " + Period.LONGEST + " days");
        }
    }

    private static void check(Errors errors, String field, String text, int longest, String missing) {
        int length = Typed.length(text);
        if (length == 0) {
            errors.rejectValue(field, "NotBlank", missing);
        } else if (length > longest) {
            errors.rejectValue(
                    field,
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d".formatted(longest, length));
        }
    }
}
