package org.bluelamp.news.desk.web;

import java.util.Arrays;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Checkboxes;
import org.bluelamp.web.govuk.Choice;

/** The page on which a force's administrators decide about its newsroom. */
public record SettingsPage(Form form) {

    /** The kinds of article as boxes. */
    public Checkboxes kinds() {
        return new Checkboxes(
                        form.field("kinds"),
                        "Which kinds are published by a second person?",
                        Arrays.stream(ArticleKind.values())
                                .map(kind -> new Choice(kind.code(), kind.label()))
                                .toList())
                .hint("Someone other than the people who wrote or changed the article has to read it first.");
    }
}
