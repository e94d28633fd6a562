package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtesummaryListGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts as pairs of name and value, each with what can be done about it. */
public record SummaryList(List<Row> rows, @Nullable Card card, String classes) implements Component {

    public SummaryList {
        rows = List.copyOf(rows);
    }

    public SummaryList(List<Row> rows) {
        this(rows, null, "");
    }

    public SummaryList(Row... rows) {
        this(List.of(rows));
    }

    /** Inside a card with a title. */
    public SummaryList card(Card newCard) {
        return new SummaryList(rows, newCard, classes);
    }

    public SummaryList card(String title) {
        return card(new Card(title));
    }

    public SummaryList noBorder() {
        return classes("govuk-summary-list--no-border");
    }

    public SummaryList classes(String more) {
        return new SummaryList(rows, card, Classes.of(classes, more));
    }

    public String css() {
        return Classes.of("govuk-summary-list", classes);
    }

    public String rowCss(Row row) {
        boolean any = rows.stream().anyMatch(one -> !one.actions().isEmpty());
        return Classes.of(
                "govuk-summary-list__row",
                Classes.when(any && row.actions().isEmpty(), "govuk-summary-list__row--no-actions"),
                row.classes());
    }

    /** One fact. */
    public record Row(Content key, Content value, List<Action> actions, String classes) {

        public Row {
            actions = List.copyOf(actions);
        }

        public Row(String key, Content value, Action... actions) {
            this(new Text(key), value, List.of(actions), "");
        }

        public Row(String key, String value, Action... actions) {
            this(key, new Text(value), actions);
        }
    }

    /**
     * What can be done about a fact.
     *
     * @param about said to screen readers after the text: "Change" what?
     */
    public record Action(
            Content content, String href, @Nullable String about, String classes) {

        public Action(String text, String href, String about) {
            this(new Text(text), href, about, "");
        }

        public String css() {
            return Classes.of("govuk-link", classes);
        }
    }

    /** The frame around a list. */
    public record Card(Content title, List<Action> actions, int headingLevel, String classes) {

        public Card {
            actions = List.copyOf(actions);
        }

        public Card(String title, Action... actions) {
            this(new Text(title), List.of(actions), 2, "");
        }

        public String css() {
            return Classes.of("govuk-summary-card", classes);
        }
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtesummaryListGenerated.render(output, null, this);
    }
}
