package org.bluelamp.web.govuk;

import gg.jte.html.HtmlTemplateOutput;

/**
 * HTML that is written as it is. Only for what our own code produced and what cannot hold anybody's input unescaped, such
 * as Markdown rendered with raw HTML switched off. Its constructor is the place to look at in a review.
 */
public record TrustedHtml(String html) implements Component {

    @Override
    public void render(HtmlTemplateOutput output) {
        output.writeContent(html);
    }
}
