package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtephaseBannerGenerated;
import gg.jte.html.HtmlTemplateOutput;

/** Says that the service is still being built and asks for opinions. */
public record PhaseBanner(Tag tag, Content content, String classes) implements Component {

    public PhaseBanner(String phase, Content content) {
        this(new Tag(phase), content, "");
    }

    public PhaseBanner {
        tag = tag.classes("govuk-phase-banner__content__tag");
    }

    public String css() {
        return Classes.of("govuk-phase-banner", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtephaseBannerGenerated.render(output, null, this);
    }
}
