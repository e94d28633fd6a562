package org.bluelamp.web.govuk;

import gg.jte.html.HtmlTemplateOutput;

/** Plain text as content: escaped wherever it is written. */
public record Text(String text) implements Component {

    @Override
    public void render(HtmlTemplateOutput output) {
        output.writeUserContent(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
