package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtedetailsGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** More for those who want it, behind a summary. Works without script. */
public record Details(
        Content summary,
        Content content,
        boolean open,
        @Nullable String id,
        String classes) implements Component {

    public Details(String summary, Content content) {
        this(new Text(summary), content, false, null, "");
    }

    public Details(String summary, String text) {
        this(summary, new Text(text));
    }

    public Details asOpen() {
        return new Details(summary, content, true, id, classes);
    }

    public Details classes(String more) {
        return new Details(summary, content, open, id, Classes.of(classes, more));
    }

    public String css() {
        return Classes.of("govuk-details", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtedetailsGenerated.render(output, null, this);
    }
}
