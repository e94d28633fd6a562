package org.bluelamp.feedback.insight.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.results.SmallGroups;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.web.govuk.Table;
import org.bluelamp.web.govuk.Table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Concerns of a round's time in its neighbourhood and those around it.
 *
 * @param round the round
 * @param area its neighbourhood
 * @param when its time in words
 * @param themes all themes
 * @param theme the theme on the map; null for all
 * @param lines the neighbourhoods of the district, by name
 * @param map the same drawn
 */
public record RoundMapPage(
        Round round,
        Area area,
        String when,
        List<Theme> themes,
        @Nullable Theme theme,
        List<Line> lines,
        ConcernMap map) {

    /**
     * A neighbourhood.
     *
     * @param concerns how many, or that they are too few to tell
     * @param meant whether the round is its
     */
    public record Line(String name, String concerns, boolean meant) {}

    /** The numbers. */
    public Table table() {
        return new Table(
                map.title(),
                List.of(new Cell("Neighbourhood"), Cell.number("Concerns")),
                lines.stream()
                        .map(line -> List.of(
                                new Cell(line.name() + (line.meant() ? " (this round)" : "")),
                                Cell.number(line.concerns())))
                        .toList());
    }

    /** From what number on it is told. */
    public int fewest() {
        return SmallGroups.FEWEST;
    }

    /** Whether this theme is the one on the map. */
    public boolean shows(Theme one) {
        return theme != null && theme.code().equals(one.code());
    }

    /** The address of the page. */
    public String path() {
        return RoundMapController.path(round.id());
    }
}
