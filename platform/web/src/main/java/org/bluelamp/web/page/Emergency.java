package org.bluelamp.web.page;

import gg.jte.generated.precompiled.layout.JteemergencyGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.bluelamp.web.govuk.Component;

/** Whom to call now: a line that stands out, for pages on which somebody in need may end up. */
public record Emergency() implements Component {

    @Override
    public void render(HtmlTemplateOutput output) {
        JteemergencyGenerated.render(output, null);
    }
}
