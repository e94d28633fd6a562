package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtefieldsetGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** Controls that belong together under one question. */
public record Fieldset(
        @Nullable Legend legend,
        Content content,
        String classes,
        @Nullable String role,
        @Nullable String describedBy) implements Component {

    public Fieldset(Legend legend, Content content) {
        this(legend, content, "", null, null);
    }

    public Fieldset(String legend, Content content) {
        this(new Legend(legend).size(Size.M), content);
    }

    public Fieldset classes(String more) {
        return new Fieldset(legend, content, Classes.of(classes, more), role, describedBy);
    }

    public Fieldset role(String newRole) {
        return new Fieldset(legend, content, classes, newRole, describedBy);
    }

    public Fieldset describedBy(@Nullable String ids) {
        return new Fieldset(legend, content, classes, role, ids);
    }

    public String css() {
        return Classes.of("govuk-fieldset", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtefieldsetGenerated.render(output, null, this);
    }
}
