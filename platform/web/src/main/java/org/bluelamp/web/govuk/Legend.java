package org.bluelamp.web.govuk;

import gg.jte.Content;

/** The question of a group of controls. */
public record Legend(Content content, String classes, boolean pageHeading) {

    public Legend(Content content) {
        this(content, "", false);
    }

    public Legend(String text) {
        this(new Text(text));
    }

    public Legend size(Size size) {
        return classes("govuk-fieldset__legend" + size.suffix());
    }

    public Legend classes(String more) {
        return new Legend(content, Classes.of(classes, more), pageHeading);
    }

    /** As the page's only heading, for a page with one question. */
    public Legend asPageHeading() {
        return new Legend(content, classes, true);
    }

    public String css() {
        return Classes.of("govuk-fieldset__legend", classes);
    }
}
