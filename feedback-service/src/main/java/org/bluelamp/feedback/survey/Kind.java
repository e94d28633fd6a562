package org.bluelamp.feedback.survey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a question can be answered. */
public enum Kind {
    /** One answer of a list. */
    CHOICE("One answer from a list", true),
    /** Any number of answers of a list. */
    SEVERAL("Any number of answers from a list", true),
    /** A step from 1 to {@value Asked.Scale#STEPS} between two ends. */
    SCALE("A step on a scale from 1 to 5", false),
    /** A list put into an order. */
    RANKING("A list to put in order", true),
    /** Free words, which only the team reads. */
    TEXT("An answer in their own words", false),
    /** A place in words. */
    PLACE("A place, such as a street or a park", false);

    private final String label;
    private final boolean listed;

    Kind(String label, boolean listed) {
        this.label = label;
        this.listed = listed;
    }

    /** What staff choose it by. */
    public String label() {
        return label;
    }

    /** Whether the question comes with a list of answers. */
    public boolean listed() {
        return listed;
    }

    /** Whether its answers are counted, and so shown to everybody. */
    public boolean counted() {
        return this != TEXT && this != PLACE;
    }

    /** Whether a later question can depend on its answer. */
    public boolean branches() {
        return this == CHOICE || this == SEVERAL;
    }

    /** The word in addresses and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a {@link #word()}. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
