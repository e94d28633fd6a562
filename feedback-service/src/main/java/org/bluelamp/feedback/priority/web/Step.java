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
                    "Residents read this under “you said, we did”. Say what changed, with numbers where you have them",
                    "Enter what has been done so far",
                    "Continue with this priority",
                    "The priority is reviewed. Residents see the progress")),
    COMPLETE(
            Text.OUTCOME,
            new Words(
                    "Complete this priority",
                    "What came of it?",
                    "Residents read this under “you said, we did”. Say what is better now, and how you know",
                    "Enter what came of it",
                    "Complete this priority",
                    "The priority is completed. Residents see what came of it")),
    REPLACE(
            Text.REASON,
            new Words(
                    "Replace this priority",
                    "Why does the team turn to something else?",
                    "Residents read this. Those who raised it should understand the reason",
                    "Enter why it is replaced",
                    "Replace this priority",
                    "The priority is replaced. You can set the one that follows it")),
    WITHDRAW(
            Text.REASON,
            new Words(
                    "Take this priority back",
                    "Why was it set by mistake?",
                    "It disappears from all public pages. Only residents whose concerns were linked to it read this",
                    "Enter why it was set by mistake",
                    "Take it back",
                    "The priority is taken back. It stands on no public page any more"));

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
