package org.bluelamp.feedback.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a round, in their order. A question that depends on another follows it, and depends on an answer that
 * is there.
 *
 * @param questions numbered from 1
 */
public record Survey(List<Question> questions) {

    /** The most questions: nobody answers more. */
    public static final int MOST = 20;

    /** A survey that asks nothing yet. */
    public static final Survey EMPTY = new Survey(List.of());

    /** @throws IllegalArgumentException when numbers or branches do not fit */
    public Survey {
        questions = List.copyOf(questions);
        if (questions.size() > MOST) {
            throw new IllegalArgumentException("A survey has " + MOST + " questions at most");
        }
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            if (question.number() != i + 1) {
                throw new IllegalArgumentException("Questions are numbered from 1");
            }
            @Nullable Branch branch = question.branch();
            if (branch != null) {
                Asked on = questions.get(branch.question() - 1).asked();
                if (!on.kind().branches()
                        || branch.option() < 1
                        || branch.option() > on.options().size()) {
                    throw new IllegalArgumentException("Question " + question.number() + " depends on no answer");
                }
            }
        }
    }

    /** The question with this number. */
    public Optional<Question> question(int number) {
        return number < 1 || number > questions.size() ? Optional.empty() : Optional.of(questions.get(number - 1));
    }

    /** Whether there is room for one more. */
    public boolean full() {
        return questions.size() == MOST;
    }

    /** With one more question, or another in the place of the one with its number. */
    public Survey with(Question question) {
        List<Question> all = new ArrayList<>(questions);
        if (question.number() <= all.size()) {
            all.set(question.number() - 1, question);
        } else {
            all.add(question);
        }
        return new Survey(all);
    }

    /** Numbers of the questions that depend on one. */
    public List<Integer> dependingOn(int number) {
        return questions.stream()
                .filter(question ->
                        question.branch() != null && question.branch().question() == number)
                .map(Question::number)
                .toList();
    }

    /**
     * Without a question; those after it move up.
     *
     * @throws IllegalArgumentException when another depends on it
     */
    public Survey without(int number) {
        List<Question> left = new ArrayList<>();
        for (Question question : questions) {
            if (question.number() != number) {
                left.add(question.moved(
                        left.size() + 1, branch(question, on -> on == number ? 0 : on > number ? on - 1 : on)));
            }
        }
        return new Survey(left);
    }

    /**
     * With a question one place earlier.
     *
     * @throws IllegalArgumentException when it is the first, or depends on the one before it
     */
    public Survey earlier(int number) {
        if (number < 2 || number > questions.size()) {
            throw new IllegalArgumentException("There is nothing before it");
        }
        List<Question> all = new ArrayList<>(questions);
        all.set(
                number - 2,
                questions
                        .get(number - 1)
                        .moved(number - 1, questions.get(number - 1).branch()));
        all.set(
                number - 1,
                questions
                        .get(number - 2)
                        .moved(number, questions.get(number - 2).branch()));
        for (int i = number; i < all.size(); i++) {
            Question question = all.get(i);
            all.set(
                    i,
                    question.moved(
                            question.number(),
                            branch(question, on -> on == number ? number - 1 : on == number - 1 ? number : on)));
        }
        return new Survey(all);
    }

    private static @Nullable Branch branch(Question question, java.util.function.IntUnaryOperator place) {
        @Nullable Branch branch = question.branch();
        return branch == null ? null : new Branch(place.applyAsInt(branch.question()), branch.option());
    }

    /**
     * The survey as pages for somebody with these answers: each holds what can be asked before the next answer decides
     * what comes. A question that is not asked of them is on none. Without branches there is one page.
     */
    public List<List<Question>> pages(Answers answers) {
        List<List<Question>> pages = new ArrayList<>();
        List<Question> page = new ArrayList<>();
        Set<Integer> onPage = new HashSet<>();
        Set<Integer> asked = new HashSet<>();
        for (Question question : questions) {
            @Nullable Branch branch = question.branch();
            if (branch != null && onPage.contains(branch.question())) {
                pages.add(List.copyOf(page));
                page.clear();
                onPage.clear();
            }
            if (branch == null || asked.contains(branch.question()) && answers.lead(branch)) {
                page.add(question);
                onPage.add(question.number());
                asked.add(question.number());
            }
        }
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
        }
        return pages;
    }
}
