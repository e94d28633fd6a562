package org.bluelamp.feedback.cases.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What staff do about a case; each is a page of its own. */
public enum Deed {
    ANSWER(
            "Answer this message",
            "Your answer",
            "The sender reads it behind their link. Sign it as you would a letter",
            "Write your answer",
            "Send the answer",
            "The answer is kept. The sender reads it behind their link"),
    NOTE(
            "Add a note",
            "Your note",
            "For your colleagues. The sender does not see it",
            "Write your note",
            "Add the note",
            "Your note is kept"),
    HAND_OVER(
            "Hand this message over",
            "Why does that team answer?",
            "For your colleagues there. The answer stays due at the same time",
            "Write why that team answers",
            "Hand it over",
            "The message is with the other team"),
    CLOSE("Close this message", "", "", "", "Close it", "The message is closed");

    private final String title;
    private final String question;
    private final String hint;
    private final String missing;
    private final String button;
    private final String done;

    Deed(String title, String question, String hint, String missing, String button, String done) {
        this.title = title;
        this.question = question;
        this.hint = hint;
        this.missing = missing;
        this.button = button;
        this.done = done;
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
    }

    /** The page's heading. */
    public String title() {
        return title;
    }

    /** What the text answers; empty when there is no text. */
    public String question() {
        return question;
    }

    /** Who reads the text. */
    public String hint() {
        return hint;
    }

    String missing() {
        return missing;
    }

    /** What the button says. */
    public String button() {
        return button;
    }

    String done() {
        return done;
    }
}
