package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;

/** A part of a page that writes itself as HTML. */
public interface Component extends Content {

    /** Writes the component; the output escapes what it is given by the place it stands in. */
    void render(HtmlTemplateOutput output);

    @Override
    default void writeTo(TemplateOutput output) {
        if (!(output instanceof HtmlTemplateOutput html)) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName() + " is HTML and was written to " + output.getClass());
        }
        render(html);
    }
}
