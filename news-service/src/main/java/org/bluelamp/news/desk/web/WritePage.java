package org.bluelamp.news.desk.web;

import java.util.Arrays;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Topic;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Checkboxes;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.DateInput;
import org.bluelamp.web.govuk.Select;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an article is written or, once it is public, corrected.
 *
 * @param form what was typed and what is wrong with it
 * @param action where the form goes
 * @param version the version the writer has seen; 0 for an article that is not kept yet
 * @param areas whom it can be for
 * @param save what saving is called
 * @param note what saving does, where that is more than keeping the text
 * @param theirs what somebody else saved in the meantime
 * @param unsaved what the person typed some other time and did not save
 * @param html whether the text has HTML in it
 * @param correcting whether readers are told what changed
 */
public record WritePage(
        Form form,
        String action,
        long version,
        AreaChoices areas,
        String save,
        @Nullable String note,
        @Nullable Theirs theirs,
        @Nullable Unsaved unsaved,
        boolean html,
        boolean correcting) {

    /** Another person's words, to compare with. */
    public record Theirs(String who, String when, Content content) {}

    /**
     * A text that was typed and not saved.
     *
     * @param when in words
     * @param path of the article
     */
    public record Unsaved(String when, String path) {}

    /** Where the page's script sends what is being typed. */
    public String keep() {
        return action.replaceFirst("/edit$", "/typed");
    }

    /** The kinds to choose from. */
    public Select kinds() {
        return new Select(
                        form.field("kind"),
                        "What kind of article is it?",
                        Arrays.stream(ArticleKind.values())
                                .map(kind -> new Choice(kind.code(), kind.label()))
                                .toList())
                .hint("Your force may ask that a second person publishes some kinds.");
    }

    /** Until when it holds. */
    public DateInput ends() {
        return new DateInput(
                        form.field("ends"),
                        "Last day (optional)",
                        form.field("ends.day"),
                        form.field("ends.month"),
                        form.field("ends.year"))
                .hint(
                        "After it, an appeal or a missing person is withdrawn everywhere, and anything else is archived.");
    }

    /** The topics as boxes. */
    public Checkboxes topics() {
        return new Checkboxes(
                        form.field("topics"),
                        "Topics (optional)",
                        Arrays.stream(Topic.values())
                                .map(topic -> new Choice(topic.code(), topic.label()))
                                .toList())
                .hint("People can follow a topic.")
                .small();
    }
}
