package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JtedateInputGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date the reader knows by heart, in three boxes named {@code <name>-day}, {@code <name>-month}, {@code <name>-year}.
 *
 * @param field the date as a whole: its error, and the id the boxes' ids begin with
 */
public record DateInput(
        Field field, @Nullable Legend legend, @Nullable Hint hint, List<Part> parts, String classes)
        implements Component {

    public DateInput {
        parts = List.copyOf(parts);
    }

    public DateInput(Field field, String legend, Field day, Field month, Field year) {
        this(
                field,
                new Legend(legend).size(Size.M),
                null,
                List.of(
                        new Part("Day", day, "govuk-input--width-2"),
                        new Part("Month", month, "govuk-input--width-2"),
                        new Part("Year", year, "govuk-input--width-4")),
                "");
    }

    public DateInput hint(String text) {
        return new DateInput(field, legend, new Hint(text), parts, classes);
    }

    public String css() {
        return Classes.of("govuk-date-input", classes);
    }

    /** One of the boxes. */
    public record Part(String label, Field field, String classes) {

        public Input input() {
            return new Input(field, new Label(label).classes("govuk-date-input__label"))
                    .keyboard(new Keyboard("text", "numeric", null, null, null, null))
                    .classes(Classes.of("govuk-date-input__input", classes));
        }
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtedateInputGenerated.render(output, null, this);
    }
}
