package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JtebreadcrumbsGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;

/** Where a page stands in the site. */
public record Breadcrumbs(List<Link> links, boolean collapseOnMobile, String label, String classes)
        implements Component {

    public Breadcrumbs {
        links = List.copyOf(links);
    }

    public Breadcrumbs(List<Link> links) {
        this(links, true, "Breadcrumb", "");
    }

    public String css() {
        return Classes.of(
                "govuk-breadcrumbs", classes, Classes.when(collapseOnMobile, "govuk-breadcrumbs--collapse-on-mobile"));
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtebreadcrumbsGenerated.render(output, null, this);
    }
}
