package org.bluelamp.feedback.priority.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bluelamp.feedback.priority.Text;

/** What can become of a priority that is worked on; each is one question on a page of its own. */
public enum Step {
    REVIEW(
            Text.PROGRESS,
            "Review this priority",
            "What has been done so far?",
            "Residents read this under “you said, we did”. Say what changed, with numbers where you have them",
            "Enter what has been done so far",
            "Continue with this priority",
            "The priority is reviewed. Residents see the progress"),
    COMPLETE(
            Text.OUTCOME,
            "Complete this priority",
            "What came of it?",
            "Residents read this under “you said, we did”. Say what is better now, and how you know",
            "Enter what came of it",
            "Complete this priority",
            "The priority is completed. Residents see what came of it"),
    REPLACE(
            Text.REASON,
            "Replace this priority",
            "Why does the team turn to something else?",
            "Residents read this. Those who raised it should understand the reason",
            "Enter why it is replaced",
            "Replace this priority",
            "The priority is replaced. You can set the one that follows it");

    private final Text text;
    private final String title;
    private final String question;
    private final String hint;
    private final String missing;
    private final String button;
    private final String done;

    Step(Text text, String title, String question, String hint, String missing, String button, String done) {
        this.text = text;
        this.title = title;
        this.question = question;
        this.hint = hint;
        this.missing = missing;
        this.button = button;
        this.done = done;
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    /** What is asked for. */
    public Text text() {
        return text;
    }

    /** The page's heading. */
    public String title() {
        return title;
    }

    /** The question. */
    public String question() {
        return question;
    }

    /** Who reads the answer, and what it should say. */
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

    /** Whether nothing follows. */
    public boolean ends() {
        return this != REVIEW;
    }
}
