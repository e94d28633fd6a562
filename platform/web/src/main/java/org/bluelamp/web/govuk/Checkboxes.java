package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JtecheckboxesGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question with any number of answers. */
public record Checkboxes(
        Field field, @Nullable Legend legend, @Nullable Hint hint, List<Option> options, String classes)
        implements Component {

    public Checkboxes {
        options = List.copyOf(options);
    }

    public Checkboxes(Field field, Legend legend, List<? extends Option> options) {
        this(field, legend, null, List.copyOf(options), "");
    }

    public Checkboxes(Field field, String legend, List<? extends Option> options) {
        this(field, new Legend(legend).size(Size.M), options);
    }

    public Checkboxes hint(Hint newHint) {
        return new Checkboxes(field, legend, newHint, options, classes);
    }

    public Checkboxes hint(String text) {
        return hint(new Hint(text));
    }

    public Checkboxes classes(String more) {
        return new Checkboxes(field, legend, hint, options, Classes.of(classes, more));
    }

    /** Smaller controls, for filters and dense staff pages. */
    public Checkboxes small() {
        return classes("govuk-checkboxes--small");
    }

    public String css() {
        return Classes.of("govuk-checkboxes", classes);
    }

    /** Without a fieldset each box must say itself what describes the group. */
    public @Nullable String describedBy(Choice choice, int index) {
        String group = legend == null ? field.describedBy(hint) : null;
        String own = choice.hint() == null ? null : field.optionId(index) + "-item-hint";
        return group == null ? own : own == null ? group : group + " " + own;
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtecheckboxesGenerated.render(output, null, this);
    }
}
