package org.bluelamp.feedback.results.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.results.Found;
import org.bluelamp.feedback.results.Heard;
import org.bluelamp.feedback.results.Picked;
import org.bluelamp.feedback.results.Result;
import org.bluelamp.feedback.results.SmallGroups;
import org.bluelamp.feedback.results.Tally;
import org.bluelamp.feedback.results.ThemeCount;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.survey.Kind;
import org.bluelamp.web.govuk.Table;
import org.bluelamp.web.govuk.Table.Cell;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * What a round found.
 *
 * @param result what it found
 * @param area the neighbourhood
 * @param before what the round before it found; null when there was none
 * @param heard who was heard, by respect
 * @param picked what the neighbourhood made of it; empty before it decided
 */
public record ResultsPage(
        Result result, Area area, @Nullable Result before, Map<String, Heard> heard, List<Picked> picked) {

    /** How many were heard, in words. */
    public String count() {
        return "%s with a code, each counted once. %s without a code, counted separately."
                .formatted(
                        plural(result.verified(), "person", "people"),
                        plural(result.unverified(), "answer", "answers"));
    }

    private static String plural(int number, String one, String many) {
        return number == 1 ? "1 " + one : "%,d %s".formatted(number, many);
    }

    /** The neighbourhood's word on how it decided; empty before. */
    public String decision() {
        return result.round() instanceof Decided decided ? decided.decision() : "";
    }

    /** When the round before this one was over; empty when there was none. */
    public String beforeWhen() {
        return before == null
                ? ""
                : LondonTime.day(before.round().plan().period().last());
    }

    /** The bars of a question. */
    public Chart chart(Found found) {
        return new Chart(
                found.question().text(),
                found.tallies().stream()
                        .map(tally ->
                                new Chart.Bar(tally.text(), found.share(tally) / 100, percent(found.share(tally))))
                        .toList());
    }

    /** The numbers of a question; of answers without a code only where there are any. */
    public Table table(Found found) {
        boolean ranking = found.question().kind() == Kind.RANKING;
        @Nullable Found last = comparable(found);
        List<Cell> head = new ArrayList<>(
                List.of(new Cell("Answer"), Cell.number(ranking ? "Put first" : "People"), Cell.number("Share")));
        if (ranking) {
            head.add(Cell.number("Points"));
        }
        if (last != null) {
            head.add(Cell.number("Change"));
        }
        boolean without = found.unverified() > 0;
        if (without) {
            head.add(Cell.number("Without a code"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Tally tally : found.tallies()) {
            List<Cell> row = new ArrayList<>(List.of(
                    new Cell(tally.text()),
                    Cell.number(number(ranking ? tally.firsts() : tally.verified())),
                    Cell.number(percent(found.share(tally)))));
            if (ranking) {
                row.add(Cell.number("%,d".formatted(tally.points())));
            }
            if (last != null) {
                row.add(Cell.number(change(found, tally, last)));
            }
            if (without) {
                row.add(Cell.number(number(tally.unverified())));
            }
            rows.add(row);
        }
        return new Table(found.question().text(), head, rows).captionHidden().stacked();
    }

    /** The same question of the round before, where enough people answered both. */
    private @Nullable Found comparable(Found found) {
        return before == null
                ? null
                : before.same(found.question()).filter(Found::shown).orElse(null);
    }

    /** By how many percentage points an answer's share has moved since the round before. */
    static String change(Found now, Tally tally, Found before) {
        return before.tallies().stream()
                .filter(last -> last.text().equals(tally.text()))
                .findFirst()
                .map(last -> {
                    long points = Math.round(now.share(tally)) - Math.round(before.share(last));
                    return points == 0 ? "0" : points > 0 ? "+" + points : "−" + -points;
                })
                .orElse("new");
    }

    /** How many people with a code answered a question, in words. */
    public String answered(Found found) {
        return found.shown()
                ? plural(found.verified(), "person with a code", "people with a code") + " answered"
                : "Fewer than " + SmallGroups.FEWEST + " people with a code answered, too few to show";
    }

    /** The bars of the themes. */
    public Chart themeChart() {
        int most = result.themes().stream().mapToInt(ThemeCount::concerns).max().orElse(1);
        return new Chart(
                "Concerns by theme",
                shownThemes().stream()
                        .map(theme ->
                                new Chart.Bar(theme.name(), (double) theme.concerns() / most, number(theme.concerns())))
                        .toList());
    }

    /** The numbers of the themes. */
    public Table themeTable() {
        return new Table(
                "Concerns by theme",
                List.of(new Cell("Theme"), Cell.number("Concerns")),
                shownThemes().stream()
                        .map(theme -> List.of(new Cell(theme.name()), Cell.number(number(theme.concerns()))))
                        .toList());
    }

    /** Themes that enough residents named. */
    public List<ThemeCount> shownThemes() {
        return result.themes().stream()
                .filter(theme -> SmallGroups.shown(theme.concerns()))
                .toList();
    }

    /** Who was heard, in one respect. */
    public Table heardTable(String respect, Heard heard) {
        List<List<Cell>> rows = new ArrayList<>();
        heard.groups().forEach(group -> rows.add(List.of(new Cell(group.name()), Cell.number(number(group.people())))));
        if (heard.others() > 0) {
            rows.add(List.of(
                    new Cell("Smaller groups, and those who did not say"), Cell.number(number(heard.others()))));
        }
        return new Table(respect, List.of(new Cell(respect), Cell.number("Heard")), rows).captionHidden();
    }

    private static String number(int value) {
        return "%,d".formatted(value);
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.0f%%", share);
    }
}
