package org.bluelamp.feedback.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a case ended. */
public enum Closing {
    /** The answer was enough. */
    SETTLED(true, "The answer resolved it", "The team thinks its answer resolved this."),
    /** Somebody else acts. */
    ELSEWHERE(
            true,
            "It is for another organisation, and the answer says which",
            "This is for another organisation. The answer says which."),
    /** Nobody can act on it, and the sender was told why. */
    NOTHING_MORE(
            true,
            "We cannot do any more, and the answer says why",
            "The team cannot do any more about this. The answer says why."),
    /** The sender needs no answer any more. */
    WITHDRAWN(false, "The sender no longer needs an answer", "You told the team that you no longer need an answer."),
    /** The answer was given by word of mouth. */
    SPOKEN(false, "We spoke to the sender in person or by phone", "The team has spoken to you in person or by phone."),
    /** The same matter is in another case. */
    REPEATED(
            false,
            "It repeats another message from the same sender",
            "You sent the same message before. You can read the answer at the link for that message."),
    /** Officers who respond to emergencies act on it. */
    CONTROL_ROOM(
            false,
            "Passed to the control room",
            "The team has passed this to officers who respond to emergencies. If anyone is in danger now, call 999."),
    /** Somebody pretends danger. What the sender reads accuses nobody. */
    HOAX(
            false,
            "A hoax or a threat that is not real",
            "The team has looked at what you wrote and does not need to do anything more about it. If anyone is in danger"
                    + " now, call 999."),
    /** No person waits for an answer. */
    NO_MESSAGE(false, "It is advertising or spam", "The team could not find anything to answer in your message."),
    /** The answer to another case is the answer to this one: comes of merging, and is not chosen. */
    MERGED(
            false,
            "It is answered with another case",
            "Other people have written about the same thing. The team answers all of you at once, and the answer"
                    + " appears here."),
    /** The council acts on it: comes of its themes, and is not chosen. */
    COUNCIL(
            false,
            "Only the council can act on it",
            "The council can act on this. The police cannot. You can see below what has happened to it."),
    /** It arrived when concerns were not answered one by one: comes of the table's history, and is not chosen. */
    BEFORE(false, "It arrived before concerns were answered", "It arrived before teams answered concerns one by one.");

    private final boolean afterAnswer;
    private final String label;
    private final String toSender;

    Closing(boolean afterAnswer, String label, String toSender) {
        this.afterAnswer = afterAnswer;
        this.label = label;
        this.toSender = toSender;
    }

    /** The word in forms and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it speaks of an answer, so that there must be one. */
    public boolean afterAnswer() {
        return afterAnswer;
    }

    /** Whether staff choose it, rather than it following from something else they do. */
    public boolean chosen() {
        return this != MERGED && this != BEFORE && this != COUNCIL;
    }

    /** Whether the sender has what was promised: an answer by word of mouth, or one that stands elsewhere. */
    boolean keeps() {
        return this == SPOKEN || this == REPEATED;
    }

    /** Whether nobody meant it, so that it is neither counted as told us nor announced to its sender. */
    boolean unwanted() {
        return this == NO_MESSAGE || this == HOAX;
    }

    /** What staff choose. */
    public String label() {
        return label;
    }

    /** What the sender reads. */
    public String toSender() {
        return toSender;
    }

    /** The reason with this word. */
    public static Optional<Closing> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
