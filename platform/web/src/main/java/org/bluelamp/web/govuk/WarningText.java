package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtewarningTextGenerated;
import gg.jte.html.HtmlTemplateOutput;

/** Something with serious consequences. */
public record WarningText(Content content, String classes) implements Component {

    public WarningText(Content content) {
        this(content, "");
    }

    public WarningText(String text) {
        this(new Text(text));
    }

    public WarningText classes(String more) {
        return new WarningText(content, Classes.of(classes, more));
    }

    public String css() {
        return Classes.of("govuk-warning-text", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtewarningTextGenerated.render(output, null, this);
    }
}
