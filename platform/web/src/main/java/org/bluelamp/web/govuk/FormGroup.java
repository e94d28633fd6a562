package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JteformGroupGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** Label, hint, error and control of one field, in the order a screen reader should meet them. */
public record FormGroup(Field field, Label label, @Nullable Hint hint, Content control, String classes)
        implements Component {

    public String css() {
        return Classes.of(field.groupCss(), classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteformGroupGenerated.render(output, null, this);
    }
}
