package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JteselectGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list to pick one answer from. For few answers {@link Radios} are easier to use. */
public record Select(
        Field field, Label label, @Nullable Hint hint, List<Choice> choices, String classes, boolean disabled)
        implements Component {

    public Select {
        choices = List.copyOf(choices);
    }

    public Select(Field field, Label label, List<Choice> choices) {
        this(field, label, null, choices, "", false);
    }

    public Select(Field field, String label, List<Choice> choices) {
        this(field, new Label(label), choices);
    }

    public Select hint(Hint newHint) {
        return new Select(field, label, newHint, choices, classes, disabled);
    }

    public Select hint(String text) {
        return hint(new Hint(text));
    }

    public Select classes(String more) {
        return new Select(field, label, hint, choices, Classes.of(classes, more), disabled);
    }

    public Select asDisabled() {
        return new Select(field, label, hint, choices, classes, true);
    }

    public String css() {
        return Classes.of("govuk-select", classes, Classes.when(field.wrong(), "govuk-select--error"));
    }

    public boolean selected(Choice choice) {
        return field.holds(choice.value() == null ? choice.label().toString() : choice.value());
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteselectGenerated.render(output, null, this);
    }
}
