package org.bluelamp.feedback.moderation;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.wording.Personal;
import org.bluelamp.feedback.wording.WatchedWords;
import org.springframework.stereotype.Component;

/** What a text must keep to before everybody may read it, whoever lets it out. */
@Component
class PublicRules {

    private static final int SHORTEST = 10;

    private final WatchedWords words;

    PublicRules(WatchedWords words) {
        this.words = words;
    }

    /** What is to be put right, each a sentence to the member of staff; nothing when it may be shown. */
    List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        int length = Typed.length(text);
        if (length < SHORTEST || length > Draft.LONGEST_TEXT) {
            faults.add("What is shown must be %d to %,d characters. It is %,d"
                    .formatted(SHORTEST, Draft.LONGEST_TEXT, length));
        }
        List<Personal.Found> found = Personal.in(text);
        if (!found.isEmpty()) {
            faults.add("Take out what may say who somebody is, such as “%s”"
                    .formatted(text.substring(
                            found.getFirst().from(), found.getFirst().to())));
        }
        WatchedWords.Verdict verdict = words.look(text);
        if (verdict.threat() || verdict.blocked()) {
            faults.add("It holds words that are not shown to everybody. Take them out, or keep it back");
        }
        return faults;
    }
}
