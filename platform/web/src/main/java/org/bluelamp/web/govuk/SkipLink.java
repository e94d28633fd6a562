package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JteskipLinkGenerated;
import gg.jte.html.HtmlTemplateOutput;

/** The first link of a page: past everything that repeats. */
public record SkipLink(String href, Content content, String classes) implements Component {

    public SkipLink(String href, String text) {
        this(href, new Text(text), "");
    }

    public String css() {
        return Classes.of("govuk-skip-link", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteskipLinkGenerated.render(output, null, this);
    }
}
