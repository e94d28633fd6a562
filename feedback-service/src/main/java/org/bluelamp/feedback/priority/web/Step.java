package org.bluelamp.feedback.priority.web;

import org.bluelamp.feedback.priority.Text;
import org.bluelamp.feedback.submission.AskedDeed;

/** What can become of a priority that is worked on; each is one question on a page of its own. */
public enum Step implements AskedDeed {
    REVIEW(
            Text.PROGRESS,
            new Words(
                    "Review this priority",
                    "What has been done so far?",
                    "Residents can read this under “you said, we did”. Say what has changed, with figures if you have"
                            + " them",
                    "Enter what has been done so far",
                    "Continue with this priority",
                    "The review has been saved. Residents can see the progress")),
    COMPLETE(
            Text.OUTCOME,
            new Words(
                    "Complete this priority",
                    "What came of it?",
                    "Residents can read this under “you said, we did”. Say what is better now, and how you know",
                    "Enter what came of it",
                    "Complete this priority",
                    "The priority has been completed. Residents can see what came of it")),
    REPLACE(
            Text.REASON,
            new Words(
                    "Replace this priority",
                    "Why is the team moving on to something else?",
                    "Residents can read this. Make sure the people who raised it can understand the reason",
                    "Enter why it is replaced",
                    "Replace this priority",
                    "The priority has been replaced. You can now set the next one")),
    WITHDRAW(
            Text.REASON,
            new Words(
                    "Remove this priority",
                    "Why was it set by mistake?",
                    "It will be removed from all public pages. Only residents whose concerns were linked to it can"
                            + " read this",
                    "Enter why it was set by mistake",
                    "Remove it",
                    "The priority has been removed. It is no longer on any public page"));

    private final Text text;
    private final Words words;

    Step(Text text, Words words) {
        this.text = text;
        this.words = words;
    }

    @Override
    public Words words() {
        return words;
    }

    /** What is asked for. */
    public Text text() {
        return text;
    }

    /** Whether nothing follows. */
    public boolean ends() {
        return this != REVIEW;
    }
}
