package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtehintGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** Help that stands under a label. */
public record Hint(Content content, @Nullable String id, String classes) implements Component {

    public Hint(Content content) {
        this(content, null, "");
    }

    public Hint(String text) {
        this(new Text(text));
    }

    public Hint id(String newId) {
        return new Hint(content, newId, classes);
    }

    public Hint classes(String more) {
        return new Hint(content, id, Classes.of(classes, more));
    }

    public String css() {
        return Classes.of("govuk-hint", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtehintGenerated.render(output, null, this);
    }
}
