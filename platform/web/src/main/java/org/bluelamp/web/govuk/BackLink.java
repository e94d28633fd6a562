package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtebackLinkGenerated;
import gg.jte.html.HtmlTemplateOutput;

/** The way to the page before. */
public record BackLink(String href, Content content, String classes) implements Component {

    public BackLink(String href) {
        this(href, new Text("Back"), "");
    }

    public BackLink(String href, String text) {
        this(href, new Text(text), "");
    }

    public BackLink classes(String more) {
        return new BackLink(href, content, Classes.of(classes, more));
    }

    public String css() {
        return Classes.of("govuk-back-link", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtebackLinkGenerated.render(output, null, this);
    }
}
