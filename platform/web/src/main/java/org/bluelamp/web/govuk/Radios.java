package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JteradiosGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question with one answer. */
public record Radios(
        Field field, @Nullable Legend legend, @Nullable Hint hint, List<Option> options, String classes)
        implements Component {

    public Radios {
        options = List.copyOf(options);
    }

    public Radios(Field field, Legend legend, List<? extends Option> options) {
        this(field, legend, null, List.copyOf(options), "");
    }

    public Radios(Field field, String legend, List<? extends Option> options) {
        this(field, new Legend(legend).size(Size.M), options);
    }

    public Radios hint(Hint newHint) {
        return new Radios(field, legend, newHint, options, classes);
    }

    public Radios hint(String text) {
        return hint(new Hint(text));
    }

    public Radios classes(String more) {
        return new Radios(field, legend, hint, options, Classes.of(classes, more));
    }

    /** Smaller controls, for filters and dense staff pages. */
    public Radios small() {
        return classes("govuk-radios--small");
    }

    /** Side by side, for two short answers. */
    public Radios inline() {
        return classes("govuk-radios--inline");
    }

    public String css() {
        return Classes.of("govuk-radios", classes);
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteradiosGenerated.render(output, null, this);
    }
}
