package org.bluelamp.alerts.alert;

import java.util.regex.Pattern;

/**
 * A question that an alert asks its readers, with the survey in which they answer. Answers are the feedback service's.
 *
 * @param question on one line
 * @param path of the survey on this site, below {@code /have-your-say}
 */
public record Poll(String question, String path) {

    /** How long a question may be. */
    public static final int QUESTION_LIMIT = 160;

    private static final Pattern SURVEY = Pattern.compile("/have-your-say(/[A-Za-z0-9][A-Za-z0-9_-]{0,99}){1,8}");

    /** @throws IllegalArgumentException when there is no question or the path leads elsewhere; says so in words */
    public Poll {
        question = Content.line(question);
        path = path.strip();
        if (question.isEmpty() || Content.length(question) > QUESTION_LIMIT) {
            throw new IllegalArgumentException("A question has 1 to " + QUESTION_LIMIT + " characters");
        }
        if (!isSurvey(path)) {
            throw new IllegalArgumentException("A survey lies below /have-your-say on this site");
        }
    }

    /** Whether a path is one that a survey can have. */
    public static boolean isSurvey(String path) {
        return SURVEY.matcher(path).matches();
    }
}
