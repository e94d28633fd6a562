package org.bluelamp.feedback.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bluelamp.feedback.insight.Spike;
import org.bluelamp.feedback.insight.Spike.Outcome;
import org.bluelamp.feedback.insight.SpikeDesk;
import org.bluelamp.feedback.results.web.Chart;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Table;
import org.bluelamp.web.govuk.Table.Cell;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A theme that rose suddenly.
 *
 * @param form what became of it, so far
 * @param mayClose whether the person may say what became of it
 * @param reader whether the person reads the concerns
 * @param alerts whether the person may write alerts
 * @param news whether the person may write articles
 */
public record SpikePage(Spike spike, Form form, boolean mayClose, boolean reader, boolean alerts, boolean news) {

    /** The page's address. */
    public String path() {
        return SpikeController.path(spike.id());
    }

    /** What was found, in words. */
    public String found() {
        return "%,d concerns from %s to %s. The eight weeks before had %,d, which is %s a week. By chance so many or more would come in %s."
                .formatted(
                        spike.concerns(),
                        LondonTime.dayOfYear(spike.firstDay()),
                        LondonTime.day(spike.lastDay()),
                        spike.before(),
                        String.format(Locale.UK, "%.1f", spike.before() / 8.0),
                        seldom());
    }

    private String seldom() {
        double weeks = 1 / Math.max(1e-9, spike.chance());
        return weeks >= 1e6
                ? "fewer than one of a million weeks"
                // Two figures: the rest would be a promise that the rule cannot keep.
                : "about one of %,d weeks".formatted(Math.round(weeks / 1000) * 1000);
    }

    /** The weeks, the one that stands out last. */
    public Chart chart() {
        int most = spike.weeks().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<Chart.Bar> bars = new ArrayList<>();
        for (int n = 0; n < spike.weeks().size(); n++) {
            int week = spike.weeks().get(n);
            bars.add(new Chart.Bar(name(n), (double) week / most, "%,d".formatted(week)));
        }
        return new Chart("Concerns by week", bars);
    }

    /** The same in numbers. */
    public Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int n = 0; n < spike.weeks().size(); n++) {
            rows.add(List.of(
                    new Cell(name(n)), Cell.number("%,d".formatted(spike.weeks().get(n)))));
        }
        return new Table("Concerns by week", List.of(new Cell("Week"), Cell.number("Concerns")), rows);
    }

    private String name(int week) {
        return "From "
                + LondonTime.dayOfYear(spike.firstDay().minusWeeks(spike.weeks().size() - 1L - week));
    }

    /** The concerns themselves. */
    public String concerns() {
        return UriComponentsBuilder.fromPath("/staff/feedback")
                .queryParam("area", "{area}")
                .queryParam("theme", "{theme}")
                .encode()
                .buildAndExpand(narrowed(), spike.theme())
                .toUriString();
    }

    /** The list of concerns goes by neighbourhood; of a district it shows all of one's own. */
    private String narrowed() {
        return spike.area().down().size() == 3 ? spike.area().value() : "";
    }

    /** A new alert about it, for a person to write and send. */
    public String alert() {
        return UriComponentsBuilder.fromPath("/staff/alerts/new")
                .queryParam("area", "{area}")
                .queryParam("headline", "{headline}")
                .queryParam("description", "{description}")
                .encode()
                .buildAndExpand(spike.area().value(), headline(), draft())
                .toUriString();
    }

    /** A new article about it, for a person to write and publish. */
    public String article() {
        return UriComponentsBuilder.fromPath("/staff/news/new")
                .queryParam("area", "{area}")
                .queryParam("title", "{title}")
                .queryParam("body", "{body}")
                .encode()
                .buildAndExpand(spike.area().value(), headline(), draft())
                .toUriString();
    }

    private String headline() {
        return spike.themeName() + ": what residents of " + spike.areaName() + " tell us";
    }

    /** With blanks in brackets, with which neither alert nor article is sent. */
    private String draft() {
        return "In the week to %s more residents of %s than usual told us of this: %s. [Say what is known, what the team does about it, and what people can do.]"
                .formatted(LondonTime.dayOfYear(spike.lastDay()), spike.areaName(), spike.themeName());
    }

    /** What can have become of it. */
    public List<Choice> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(one -> new Choice(one.word(), one.label()))
                .toList();
    }

    /** The longest note. */
    public int longestNote() {
        return SpikeDesk.LONGEST_NOTE;
    }

    /** When it was closed and by whom, in words; empty while it is open. */
    public String closed() {
        Spike.@Nullable Closing closing = spike.closing();
        return closing == null
                ? ""
                : closing.outcome().label() + ", said " + closing.byName() + " on " + LondonTime.minute(closing.at());
    }

    /** What the person wrote who closed it; empty for nothing. */
    public String note() {
        Spike.@Nullable Closing closing = spike.closing();
        return closing == null ? "" : closing.note();
    }
}
