package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtepanelGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** Says in large letters that something is done. It holds the page's heading: use a page without its own. */
public record Panel(Content title, @Nullable Content content, int headingLevel, String classes) implements Component {

    public Panel(String title) {
        this(new Text(title), null, 1, "");
    }

    public Panel(String title, Content content) {
        this(new Text(title), content, 1, "");
    }

    public String css() {
        return Classes.of("govuk-panel govuk-panel--confirmation", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtepanelGenerated.render(output, null, this);
    }
}
