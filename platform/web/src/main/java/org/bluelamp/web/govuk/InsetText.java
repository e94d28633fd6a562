package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JteinsetTextGenerated;
import gg.jte.html.HtmlTemplateOutput;

/** A passage set apart from the text around it. */
public record InsetText(Content content, String classes) implements Component {

    public InsetText(Content content) {
        this(content, "");
    }

    public InsetText(String text) {
        this(new Text(text));
    }

    public InsetText classes(String more) {
        return new InsetText(content, Classes.of(classes, more));
    }

    public String css() {
        return Classes.of("govuk-inset-text", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteinsetTextGenerated.render(output, null, this);
    }
}
