package org.bluelamp.feedback.cases.web;

import org.bluelamp.feedback.submission.AskedDeed;

/** What staff do about a case; each is a page of its own. */
public enum Deed implements AskedDeed {
    ANSWER(new Words(
            "Answer this case",
            "Your answer",
            "The sender can read it at their link, and so can anyone whose case is merged with this one. Sign it as"
                    + " you would a letter",
            "Write your answer",
            "Send the answer",
            "Your answer has been sent. The sender can read it at their link")),
    NOTE(new Words(
            "Add a note",
            "Your note",
            "For your colleagues. The sender cannot see it",
            "Write your note",
            "Add the note",
            "Your note has been added")),
    ASSIGN(new Words("Who is dealing with this case?", "", "", "", "Save", "The case has been assigned")),
    HAND_OVER(new Words(
            "Hand this case over",
            "Why should that team answer?",
            "For your colleagues there. The deadline for the answer stays the same",
            "Write why that team should answer",
            "Hand it over",
            "The case has been handed over")),
    MERGE(new Words(
            "Merge this case with another one",
            "Why do they belong together?",
            "For your colleagues. The answer is due by the earlier of the two deadlines",
            "Write why they belong together",
            "Merge them",
            "The cases have been merged")),
    SPLIT(new Words(
            "Split part of this case",
            "What is the part about?",
            "The sender can read it, and the answer to it, at the same link. Keep their words where you can",
            "Write what the part is about",
            "Split this case",
            "The part is now a separate case, due at the same time")),
    CLOSE(new Words("Close this case", "", "", "", "Close it", "The case has been closed"));

    private final Words words;

    Deed(Words words) {
        this.words = words;
    }

    @Override
    public Words words() {
        return words;
    }
}
