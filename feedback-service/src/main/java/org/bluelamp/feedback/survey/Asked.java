package org.bluelamp.feedback.survey;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How a question is answered, a type per {@link Kind}, each with what it needs and nothing else. */
public sealed interface Asked {

    /** Which kind it is. */
    Kind kind();

    /** What can be counted of it, by number from 1; empty for words. */
    List<String> options();

    /** One of these. */
    record Choice(List<String> options) implements Asked {
        public Choice {
            options = Options.checked(options);
        }

        @Override
        public Kind kind() {
            return Kind.CHOICE;
        }
    }

    /** Any number of these; a last one that says that none applies goes with no other. */
    record Several(List<String> options) implements Asked {
        public Several {
            options = Options.checked(options);
        }

        /** The number of the answer that none applies; 0 when there is no such answer. */
        public int none() {
            return options.getLast().toLowerCase(Locale.ROOT).startsWith("none") ? options.size() : 0;
        }

        @Override
        public Kind kind() {
            return Kind.SEVERAL;
        }
    }

    /**
     * A step between two ends.
     *
     * @param low what step 1 means
     * @param high what the last step means
     */
    record Scale(String low, String high) implements Asked {

        /** How many steps there are. */
        public static final int STEPS = 5;

        /** @throws IllegalArgumentException when an end is empty or too long */
        public Scale {
            low = Options.checked(low);
            high = Options.checked(high);
        }

        @Override
        public Kind kind() {
            return Kind.SCALE;
        }

        @Override
        public List<String> options() {
            return IntStream.rangeClosed(1, STEPS)
                    .mapToObj(step -> step == 1 ? "1, " + low : step == STEPS ? step + ", " + high : "" + step)
                    .toList();
        }
    }

    /** These, from what matters most to what matters least. */
    record Ranking(List<String> options) implements Asked {
        public Ranking {
            options = Options.checked(options);
        }

        @Override
        public Kind kind() {
            return Kind.RANKING;
        }
    }

    /** Free words. */
    record Text() implements Asked {

        /** The longest answer, in characters as people count them. */
        public static final int LONGEST = 1000;

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public List<String> options() {
            return List.of();
        }
    }

    /** A place in words. */
    record Place() implements Asked {

        /** The longest answer, in characters as people count them. */
        public static final int LONGEST = 200;

        @Override
        public Kind kind() {
            return Kind.PLACE;
        }

        @Override
        public List<String> options() {
            return List.of();
        }
    }
}
