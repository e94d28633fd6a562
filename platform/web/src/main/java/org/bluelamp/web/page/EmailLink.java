package org.bluelamp.web.page;

import gg.jte.generated.precompiled.layout.JteemailLinkGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.bluelamp.web.govuk.Component;

/** Words that begin an email. */
record EmailLink(String text, String href) implements Component {

    @Override
    public void render(HtmlTemplateOutput output) {
        JteemailLinkGenerated.render(output, null, text, href);
    }
}
