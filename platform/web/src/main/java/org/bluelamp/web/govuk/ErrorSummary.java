package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JteerrorSummaryGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with a form, each line a link to its field. The layout puts it at the top of the page; script moves
 * the focus to it.
 */
public record ErrorSummary(
        String title,
        @Nullable Content description,
        List<Line> lines,
        @Nullable Boolean disableAutoFocus,
        String classes)
        implements Component {

    public ErrorSummary {
        lines = List.copyOf(lines);
    }

    public ErrorSummary(List<Line> lines) {
        this("There is a problem", null, lines, null, "");
    }

    public String css() {
        return Classes.of("govuk-error-summary", classes);
    }

    /**
     * One thing that is wrong.
     *
     * @param href where to mend it, such as {@code #email}; null when no single field is to blame
     */
    public record Line(Content content, @Nullable String href) {

        public Line(String text, @Nullable String href) {
            this(new Text(text), href);
        }
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteerrorSummaryGenerated.render(output, null, this);
    }
}
