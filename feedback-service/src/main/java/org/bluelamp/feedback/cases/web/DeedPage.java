package org.bluelamp.feedback.cases.web;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * The form for something that staff do about a case.
 *
 * @param held the case as it is now
 * @param deed what is done
 * @param form what was filled in
 * @param choices neighbourhoods, colleagues, cases or reasons to choose from; empty when there is nothing to choose
 * @param canned canned answers to begin with; empty unless there are some for an answer
 * @param entries what was written about the case, oldest first
 */
public record DeedPage(
        Case held, Deed deed, Form form, List<Choice> choices, List<Choice> canned, List<Entry> entries) {

    /** Where the case is. */
    public String path() {
        return CaseFrames.path(held.reference());
    }

    /** Whose words it holds, to stand above them. */
    public String wordsOf() {
        return CaseFrames.wordsOf(held);
    }

    /** The cases to choose from, and any other by its reference. */
    public List<Choice> casesAndOther(Content typed) {
        return Stream.concat(choices.stream(), Stream.of(new Choice(DeedForm.OTHER, "Another case").reveals(typed)))
                .toList();
    }

    /** The longest text. */
    public int longest() {
        return Entry.LONGEST;
    }

    /** Whether the page asks for words. */
    public boolean asksForWords() {
        return !deed.words().question().isEmpty();
    }

    /** What was said between the sender and the team after the first message. */
    public List<Entry> said() {
        return entries.stream().filter(entry -> entry.kind().forSender()).toList();
    }

    /** Who said it, to stand before the words. */
    public String who(Entry entry) {
        String author = entry.author();
        return author == null ? "The sender" : author;
    }

    /** What the form's hidden field holds. */
    public String token() {
        String token = form.field("token").value();
        return token == null ? "" : token;
    }
}
