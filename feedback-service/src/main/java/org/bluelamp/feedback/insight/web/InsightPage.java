package org.bluelamp.feedback.insight.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.insight.Answers;
import org.bluelamp.feedback.insight.Change;
import org.bluelamp.feedback.insight.Insights.RoundLine;
import org.bluelamp.feedback.insight.Span;
import org.bluelamp.feedback.results.web.Chart;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Table;
import org.bluelamp.web.govuk.Table.Cell;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * What residents bring in an area and how it is answered.
 *
 * @param form the filter as a form
 * @param filter what was asked for
 * @param areas the person's areas, each district before its neighbourhoods
 * @param allThemes all themes
 * @param seen what was added up; null when none of the areas is known, or before the first time
 */
public record InsightPage(
        Form form,
        InsightFilter filter,
        List<Area> areas,
        List<Theme> allThemes,
        @Nullable Seen seen) {

    private static final int LONGEST_BY_WEEK = 92;

    /**
     * What was added up.
     *
     * @param since the first day with concerns; null when there is none
     * @param all concerns, each once
     * @param places concerns by neighbourhood, of the theme on the map or of all
     */
    public record Seen(
            Area area,
            Span span,
            Instant countedAt,
            @Nullable LocalDate since,
            Change all,
            SortedMap<LocalDate, Integer> days,
            List<Change> themes,
            List<Change> ways,
            Answers answers,
            List<RoundLine> rounds,
            List<Change> places,
            ConcernMap map) {

        /** When it was added up. */
        public String asOf() {
            return LondonTime.minute(countedAt);
        }

        /** The period in words. */
        public String when() {
            return LondonTime.day(span.from()) + " to " + LondonTime.day(span.to());
        }

        /** The period before it in words. */
        public String before() {
            return LondonTime.day(span.before().from()) + " to "
                    + LondonTime.day(span.before().to());
        }

        /** The first day of which anything is known, where the period before reaches back further; empty else. */
        public String beginning() {
            return since != null && since.isAfter(span.before().from()) ? LondonTime.day(since) : "";
        }

        /** Whether it has neighbourhoods to tell apart. */
        public boolean wide() {
            return area.kind() != AreaKind.NEIGHBOURHOOD;
        }

        /** The bars of the themes. */
        public Chart themeChart() {
            int most = themes.stream().mapToInt(Change::now).max().orElse(0);
            return new Chart(
                    "Concerns by theme",
                    themes.stream()
                            .filter(theme -> theme.now() > 0)
                            .map(theme -> new Chart.Bar(theme.name(), (double) theme.now() / most, number(theme.now())))
                            .toList());
        }

        /** The bars of weeks, or of months where there are many. */
        public Chart timeChart() {
            Map<String, Integer> sums = sums();
            int most = Math.max(
                    1, sums.values().stream().mapToInt(Integer::intValue).max().orElse(1));
            return new Chart(
                    timeTitle(),
                    sums.entrySet().stream()
                            .map(sum ->
                                    new Chart.Bar(sum.getKey(), (double) sum.getValue() / most, number(sum.getValue())))
                            .toList());
        }

        /** The numbers of weeks or months. */
        public Table timeTable() {
            return new Table(
                    timeTitle(),
                    List.of(new Cell(byWeek() ? "Week" : "Month"), Cell.number("Concerns")),
                    sums().entrySet().stream()
                            .map(sum -> List.of(new Cell(sum.getKey()), Cell.number(number(sum.getValue()))))
                            .toList());
        }

        private String timeTitle() {
            return byWeek() ? "Concerns by week" : "Concerns by month";
        }

        private boolean byWeek() {
            return span.days() <= LONGEST_BY_WEEK;
        }

        /** By week counted back from the last day, or by month of the calendar; not what was before the first concern. */
        private Map<String, Integer> sums() {
            SortedMap<LocalDate, Integer> sums = new TreeMap<>();
            LocalDate begin = since == null ? span.from() : latest(span.from(), since);
            for (LocalDate day = begin; !day.isAfter(span.to()); day = day.plusDays(1)) {
                LocalDate first = byWeek()
                        ? latest(
                                span.from(),
                                span.to().minusDays((span.to().toEpochDay() - day.toEpochDay()) / 7 * 7 + 6))
                        : latest(span.from(), day.withDayOfMonth(1));
                sums.merge(first, days.getOrDefault(day, 0), Integer::sum);
            }
            Map<String, Integer> named = new LinkedHashMap<>();
            sums.forEach((first, sum) -> named.put(
                    byWeek()
                            ? "From " + LondonTime.dayOfYear(first)
                            : first.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + first.getYear(),
                    sum));
            return named;
        }

        private static LocalDate latest(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        /** The numbers of the themes. */
        public Table themeTable() {
            return changes("Concerns by theme", "Theme", themes);
        }

        /** The numbers of the ways. */
        public Table wayTable() {
            return changes("What came, by how it came", "Way", ways);
        }

        /** The bars of the ways. */
        public Chart wayChart() {
            int most = Math.max(1, ways.stream().mapToInt(Change::now).max().orElse(1));
            return new Chart(
                    "What came, by how it came",
                    ways.stream()
                            .map(way -> new Chart.Bar(way.name(), (double) way.now() / most, number(way.now())))
                            .toList());
        }

        /** The numbers of the neighbourhoods. */
        public Table placeTable() {
            return changes(map.title(), "Neighbourhood", places);
        }

        /** How answers were given. */
        public Table answerTable() {
            Integer hours = answers.medianHours();
            return new Table(
                    "Answers",
                    List.of(new Cell("What"), Cell.number("Number")),
                    List.of(
                            row("Answered within 72 hours", number(answers.inTime())),
                            row("Answered later", number(answers.late())),
                            row("Share within 72 hours", answers.owed() == 0 ? "–" : answers.share() + "%"),
                            row("Half were answered within", hours == null ? "–" : hours(hours)),
                            row("Open now", number(answers.open())),
                            row("Of these waiting for more than 72 hours", number(answers.overdue()))));
        }

        private static String hours(int hours) {
            return hours == 1 ? "1 hour" : "%,d hours".formatted(hours);
        }

        private static List<Cell> row(String what, String number) {
            return List.of(new Cell(what), Cell.number(number));
        }

        /** The rounds. */
        public Table roundTable() {
            return new Table(
                            "Rounds",
                            List.of(
                                    new Cell("Round"),
                                    new Cell("Neighbourhood"),
                                    new Cell("State"),
                                    Cell.number("With a code"),
                                    Cell.number("Without")),
                            rounds.stream()
                                    .map(round -> List.of(
                                            new Cell(round.title()),
                                            new Cell(round.area()),
                                            new Cell(round.state()),
                                            Cell.number(number(round.withCode())),
                                            Cell.number(number(round.withoutCode()))))
                                    .toList())
                    .stacked();
        }

        private static Table changes(String caption, String of, List<Change> changes) {
            return new Table(
                            caption,
                            List.of(new Cell(of), Cell.number("Now"), Cell.number("Before"), Cell.number("Change")),
                            changes.stream()
                                    .map(change -> List.of(
                                            new Cell(change.name()),
                                            Cell.number(number(change.now())),
                                            Cell.number(number(change.before())),
                                            Cell.number(change.difference())))
                                    .toList())
                    .stacked();
        }

        private static String number(int value) {
            return "%,d".formatted(value);
        }
    }

    /** The areas to choose from. */
    public List<Choice> areaChoices() {
        return areas.stream()
                .map(area -> new Choice(
                        area.code().value(),
                        area.kind() == AreaKind.NEIGHBOURHOOD ? area.name() : "All of " + area.name()))
                .toList();
    }

    /** The periods to choose from. */
    public List<Choice> periodChoices() {
        List<Choice> choices = new ArrayList<>();
        for (Period period : Period.values()) {
            choices.add(new Choice(period.code(), period.label()));
        }
        return choices;
    }

    /** The themes to choose from. */
    public List<Choice> themeChoices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "All themes")));
        allThemes.forEach(theme -> choices.add(new Choice(theme.code(), theme.name())));
        return choices;
    }

    /** Whether days were typed, so that their boxes stand open. */
    public boolean ownDays() {
        return filter.ownDays();
    }
}
