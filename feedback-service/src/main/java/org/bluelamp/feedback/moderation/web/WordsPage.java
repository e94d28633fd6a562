package org.bluelamp.feedback.moderation.web;

import java.util.List;
import org.bluelamp.feedback.wording.WatchedWords.Watched;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The words that are looked for.
 *
 * @param words threats first, by phrase
 * @param form for another one
 */
public record WordsPage(List<Watched> words, Form form) {

    /** What can follow from a phrase. */
    public List<Choice> kinds() {
        return List.of(
                new Choice("block", "Set it aside as spam"),
                new Choice("threat", "Ask a person to read it immediately"));
    }
}
