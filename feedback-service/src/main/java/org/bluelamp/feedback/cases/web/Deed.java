package org.bluelamp.feedback.cases.web;

import org.bluelamp.feedback.submission.AskedDeed;

/** What staff do about a case; each is a page of its own. */
public enum Deed implements AskedDeed {
    ANSWER(new Words(
            "Answer this case",
            "Your answer",
            "The sender reads it behind their link, and so does everybody whose case is answered with this one. Sign it as you would a letter",
            "Write your answer",
            "Send the answer",
            "The answer is kept. The sender reads it behind their link")),
    NOTE(new Words(
            "Add a note",
            "Your note",
            "For your colleagues. The sender does not see it",
            "Write your note",
            "Add the note",
            "Your note is kept")),
    ASSIGN(new Words("Who sees to this case?", "", "", "", "Save", "It is said who sees to this case")),
    HAND_OVER(new Words(
            "Hand this case over",
            "Why does that team answer?",
            "For your colleagues there. The answer stays due at the same time",
            "Write why that team answers",
            "Hand it over",
            "The case is with the other team")),
    MERGE(new Words(
            "Answer this case with another one",
            "Why do they belong together?",
            "For your colleagues. The answer is due by the earlier of the two times",
            "Write why they belong together",
            "Answer them together",
            "The case is answered with the other one")),
    SPLIT(new Words(
            "Make a part a case of its own",
            "What is the part about?",
            "The sender reads it, and the answer to it, behind the same link. Keep their words where you can",
            "Write what the part is about",
            "Make it a case",
            "The part is a case of its own, due at the same time")),
    CLOSE(new Words("Close this case", "", "", "", "Close it", "The case is closed"));

    private final Words words;

    Deed(Words words) {
        this.words = words;
    }

    @Override
    public Words words() {
        return words;
    }
}
