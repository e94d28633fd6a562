package org.bluelamp.web.page;

import gg.jte.generated.precompiled.layout.JtefindBoxGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.bluelamp.web.govuk.Component;

/**
 * The one box in which residents look for their team; it leads to directory-service, on whatever page it stands.
 *
 * @param typed stays in the box
 */
public record FindBox(String typed) implements Component {

    /** With nothing in it. */
    public FindBox() {
        this("");
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtefindBoxGenerated.render(output, null, this);
    }
}
