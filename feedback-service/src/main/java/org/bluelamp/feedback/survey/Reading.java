package org.bluelamp.feedback.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on the pages of a survey, read by the rules of its questions.
 *
 * @param answers what is in order
 * @param faults what is not, by field, in the order of the page
 */
public record Reading(Answers answers, Map<String, String> faults) {

    /** The field of a question. */
    public static String field(Question question) {
        return "q" + question.number();
    }

    /** The field of one option of a ranking, in which its rank is typed. */
    public static String field(Question question, int option) {
        return field(question) + "-" + option;
    }

    /** The names of all fields of a question. */
    public static List<String> fields(Question question) {
        return question.kind() == Kind.RANKING
                ? IntStream.rangeClosed(1, question.asked().options().size())
                        .mapToObj(option -> field(question, option))
                        .toList()
                : List.of(field(question));
    }

    /** Reads the questions of a page, after the answers of the pages before it. */
    public static Reading of(List<Question> page, Answers before, Typing typed) {
        Map<Integer, Answer> read = new TreeMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (Question question : page) {
            try {
                @Nullable Answer answer = read(question, typed);
                if (answer != null) {
                    read.put(question.number(), answer);
                } else if (question.required()) {
                    throw new Fault(missing(question));
                }
            } catch (Fault fault) {
                faults.put(fields(question).getFirst(), fault.words);
            }
        }
        return new Reading(before.with(read), faults);
    }

    private static @Nullable Answer read(Question question, Typing typed) throws Fault {
        String field = field(question);
        return switch (question.asked()) {
            case Asked.Choice choice -> chosen(typed.of(field), choice.options().size(), 1);
            case Asked.Several several -> several(several, typed.of(field));
            case Asked.Scale _ -> chosen(typed.of(field), Asked.Scale.STEPS, 1);
            case Asked.Ranking ranking -> ranked(question, ranking.options().size(), typed);
            case Asked.Text _ -> written(typed.one(field), Asked.Text.LONGEST);
            case Asked.Place _ -> written(Typed.oneLine(typed.one(field)), Asked.Place.LONGEST);
        };
    }

    private static Answer.@Nullable Chosen chosen(List<String> values, int options, int most) throws Fault {
        SortedSet<Integer> chosen = new TreeSet<>();
        for (String value : values) {
            if (!value.isEmpty()) {
                chosen.add(number(value, options, "Choose from the list"));
            }
        }
        if (chosen.size() > most) {
            throw new Fault("Choose one answer");
        }
        return chosen.isEmpty() ? null : new Answer.Chosen(chosen);
    }

    private static Answer.@Nullable Chosen several(Asked.Several asked, List<String> values) throws Fault {
        int options = asked.options().size();
        Answer.Chosen answer = chosen(values, options, options);
        if (answer != null && answer.options().size() > 1 && answer.options().contains(asked.none())) {
            throw new Fault("Tick what applies, or “" + asked.options().getLast() + "”, but not both");
        }
        return answer;
    }

    private static Answer.@Nullable Ranked ranked(Question question, int options, Typing typed) throws Fault {
        Map<Integer, Integer> byRank = new TreeMap<>();
        for (int option = 1; option <= options; option++) {
            String value = typed.one(field(question, option)).strip();
            if (!value.isEmpty()) {
                int rank = number(value, options, "Give each a number from 1 to " + options);
                if (byRank.put(rank, option) != null) {
                    throw new Fault("You gave number " + rank + " twice. Give each number once");
                }
            }
        }
        List<Integer> order = new ArrayList<>(byRank.values());
        if (byRank.keySet().stream().anyMatch(rank -> rank > order.size())) {
            throw new Fault("Start with number 1 and do not skip any numbers");
        }
        return order.isEmpty() ? null : new Answer.Ranked(order);
    }

    private static Answer.@Nullable Written written(String typed, int longest) throws Fault {
        String words = Typed.clean(typed).strip();
        int length = Typed.length(words);
        if (length > longest) {
            throw new Fault(
                    "Your answer must be %,d characters or fewer. You have used %,d".formatted(longest, length));
        }
        return words.isEmpty() ? null : new Answer.Written(words);
    }

    private static int number(String value, int most, String words) throws Fault {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same as a number that is none of the answers
        }
        throw new Fault(words);
    }

    private static String missing(Question question) {
        return switch (question.kind()) {
            case CHOICE, SCALE -> "Choose an answer to “" + question.text() + "”";
            case SEVERAL -> "Choose at least one answer to “" + question.text() + "”";
            case RANKING -> "Give number 1 to what matters most: “" + question.text() + "”";
            case TEXT, PLACE -> "Answer the question “" + question.text() + "”";
        };
    }

    /** What is wrong with an answer, in words to the resident. */
    private static final class Fault extends Exception {

        private final String words;

        Fault(String words) {
            super(words);
            this.words = words;
        }
    }
}
