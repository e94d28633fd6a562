package org.bluelamp.news.markdown;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * HTML that was made from an article's Markdown and holds nothing a reader's browser could be harmed with. Only
 * {@link Markdown} makes it, so a template that writes one needs no second look.
 */
public final class SafeHtml implements Content {

    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    /** The HTML itself, for feeds and the API. */
    @Override
    public String toString() {
        return html;
    }
}
