package org.bluelamp.feedback.survey;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a resident answered to one question. */
public sealed interface Answer {

    /**
     * One or more of a list, or a step of a scale.
     *
     * @param options their numbers, at least one
     */
    record Chosen(SortedSet<Integer> options) implements Answer {
        public Chosen {
            options = new TreeSet<>(options);
        }
    }

    /**
     * A list in an order.
     *
     * @param order numbers of the options, what matters most first; not always all of them
     */
    record Ranked(List<Integer> order) implements Answer {
        public Ranked {
            order = List.copyOf(order);
        }
    }

    /** Words; never in a log. */
    record Written(String words) implements Answer {

        @Override
        public String toString() {
            return "Written";
        }
    }
}
