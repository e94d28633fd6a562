package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtelabelGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** The label of a control. */
public record Label(Content content, @Nullable String control, String classes, boolean pageHeading)
        implements Component {

    public Label(Content content) {
        this(content, null, "", false);
    }

    public Label(String text) {
        this(new Text(text));
    }

    /** With the id of the control it names. */
    public Label control(String id) {
        return new Label(content, id, classes, pageHeading);
    }

    public Label size(Size size) {
        return classes("govuk-label" + size.suffix());
    }

    public Label classes(String more) {
        return new Label(content, control, Classes.of(classes, more), pageHeading);
    }

    /** As the page's only heading, for a page with one question. */
    public Label asPageHeading() {
        return new Label(content, control, classes, true);
    }

    public String css() {
        return Classes.of("govuk-label", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtelabelGenerated.render(output, null, this);
    }
}
