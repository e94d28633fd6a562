package org.bluelamp.news.template.web;

import java.util.Arrays;
import java.util.List;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Topic;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Checkboxes;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Select;

/**
 * The page on which a template is written or changed.
 *
 * @param action where the form goes
 * @param version the version the writer has seen; 0 for a new one
 * @param choices whose it can be
 */
public record TemplateWritePage(Form form, String action, long version, List<Choice> choices) {

    public boolean isNew() {
        return version == 0;
    }

    /** Whose template it is. */
    public Select area() {
        return new Select(form.field("area"), "Whose template is it?", choices)
                .hint("Editors of this area and of every area in it can use it.");
    }

    /** The kinds to choose from. */
    public Select kinds() {
        return new Select(
                form.field("kind"),
                "What kind of article is it?",
                Arrays.stream(ArticleKind.values())
                        .map(kind -> new Choice(kind.code(), kind.label()))
                        .toList());
    }

    /** The topics as boxes. */
    public Checkboxes topics() {
        return new Checkboxes(
                        form.field("topics"),
                        "Topics (optional)",
                        Arrays.stream(Topic.values())
                                .map(topic -> new Choice(topic.code(), topic.label()))
                                .toList())
                .small();
    }
}
