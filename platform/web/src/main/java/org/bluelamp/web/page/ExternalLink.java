package org.bluelamp.web.page;

import gg.jte.Content;
import gg.jte.generated.precompiled.layout.JteexternalLinkGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.Text;

/** A link to another site, which says that it is one. Every page writes such links like this. */
public record ExternalLink(Content content, String href) implements Component {

    public ExternalLink(String text, String href) {
        this(new Text(text), href);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteexternalLinkGenerated.render(output, null, this);
    }
}
