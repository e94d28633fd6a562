package org.bluelamp.feedback.survey;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a resident answered so far.
 *
 * @param byQuestion the answers by the number of their question
 */
public record Answers(SortedMap<Integer, Answer> byQuestion) {

    public Answers {
        byQuestion = new TreeMap<>(byQuestion);
    }

    /** No answer yet. */
    public static final Answers NONE = new Answers(new TreeMap<>());

    /** Whether a question with that branch is asked. */
    boolean lead(@Nullable Branch branch) {
        return branch == null
                || byQuestion.get(branch.question()) instanceof Answer.Chosen(var options)
                        && options.contains(branch.option());
    }

    /** These and more. */
    Answers with(Map<Integer, Answer> more) {
        SortedMap<Integer, Answer> all = new TreeMap<>(byQuestion);
        all.putAll(more);
        return new Answers(all);
    }

    /** Says nothing of what was answered, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Answers[" + byQuestion.keySet() + "]";
    }
}
