package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtetagGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Locale;

/** The state of a thing, in a word or two. */
public record Tag(Content content, String classes) implements Component {

    public Tag(Content content) {
        this(content, "");
    }

    public Tag(String text) {
        this(new Text(text));
    }

    public Tag classes(String more) {
        return new Tag(content, Classes.of(classes, more));
    }

    public Tag colour(Colour colour) {
        return classes("govuk-tag--" + colour.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The colours; never the only sign of a meaning. */
    public enum Colour {
        GREY,
        GREEN,
        TURQUOISE,
        BLUE,
        LIGHT_BLUE,
        PURPLE,
        PINK,
        RED,
        ORANGE,
        YELLOW
    }

    public String css() {
        return Classes.of("govuk-tag", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtetagGenerated.render(output, null, this);
    }
}
