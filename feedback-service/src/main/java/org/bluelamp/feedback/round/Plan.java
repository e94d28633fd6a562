package org.bluelamp.feedback.round;

import java.util.List;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.service.area.AreaCode;

/**
 * What a round is about: what stays through all its states, but that its last day may move. Texts are tidied on the way
 * in; one that breaks a rule cannot be made.
 *
 * @param id the same for ever
 * @param area the neighbourhood whose residents are asked
 * @param title what it is called, on one line
 * @param about why residents are asked, in words for them
 * @param parts names of the neighbourhood's parts, such as its wards, for seeing who was heard; may be empty
 * @param period its days
 * @param survey what is asked
 */
public record Plan(
        RoundId id, AreaCode area, String title, String about, List<String> parts, Period period, Survey survey) {

    /** The longest title, in characters as people count them. */
    public static final int LONGEST_TITLE = 100;

    /** The longest text about it. */
    public static final int LONGEST_ABOUT = 1000;

    /** The most parts. */
    public static final int MOST_PARTS = 15;

    /** The longest name of a part. */
    public static final int LONGEST_PART = 60;

    /** @throws IllegalArgumentException when a text is empty or too long, or there are too many parts */
    public Plan {
        title = Typed.oneLine(title);
        about = Typed.clean(about).strip();
        parts = parts.stream().map(Typed::oneLine).distinct().toList();
        if (title.isEmpty() || Typed.length(title) > LONGEST_TITLE) {
            throw new IllegalArgumentException("A title has 1 to " + LONGEST_TITLE + " characters");
        }
        if (about.isEmpty() || Typed.length(about) > LONGEST_ABOUT) {
            throw new IllegalArgumentException("A round says why, in at most " + LONGEST_ABOUT + " characters");
        }
        if (parts.size() > MOST_PARTS
                || parts.stream().anyMatch(part -> part.isEmpty() || Typed.length(part) > LONGEST_PART)) {
            throw new IllegalArgumentException("A neighbourhood has at most " + MOST_PARTS + " named parts");
        }
    }

    /** With other questions. */
    public Plan with(Survey other) {
        return new Plan(id, area, title, about, parts, period, other);
    }

    /** With other days. */
    public Plan with(Period other) {
        return new Plan(id, area, title, about, parts, other, survey);
    }
}
