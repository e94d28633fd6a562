package org.bluelamp.feedback.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A theme that rose suddenly in an area, for officers to look at.
 *
 * @param areaName the area's name
 * @param theme the theme's code
 * @param themeName its name
 * @param lastDay the last of the seven days that stand out
 * @param weeks concerns in nine weeks up to that day, the last of which stands out
 * @param chance how likely so many or more would be by chance
 * @param closing what became of it; null while it is to be looked at
 */
public record Spike(
        UUID id,
        AreaCode area,
        String areaName,
        String theme,
        String themeName,
        Instant foundAt,
        LocalDate lastDay,
        List<Integer> weeks,
        double chance,
        @Nullable Closing closing) {

    public Spike {
        weeks = List.copyOf(weeks);
    }

    /** How many concerns stand out. */
    public int concerns() {
        return weeks.getLast();
    }

    /** How many there were in the weeks before. */
    public int before() {
        return weeks.subList(0, SpikeRule.WEEKS).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The first of the seven days that stand out. */
    public LocalDate firstDay() {
        return lastDay.minusDays(6);
    }

    /**
     * What became of it.
     *
     * @param note in the person's words; may be empty
     */
    public record Closing(Outcome outcome, String note, String byName, Instant at) {}

    /** What a person made of it. */
    public enum Outcome {
        /** Something is done about it. */
        ACTED("acted", "We act on it"),
        /** It is kept an eye on. */
        WATCHED("watched", "We keep an eye on it"),
        /** It means nothing, such as many concerns about one thing that is over. */
        NOTHING("nothing", "There is nothing to do");

        private final String word;
        private final String label;

        Outcome(String word, String label) {
            this.word = word;
            this.label = label;
        }

        /** The word in forms and tables. */
        public String word() {
            return word;
        }

        /** The words for pages. */
        public String label() {
            return label;
        }
    }

    /** The rule in words, with its numbers. */
    public static String rule() {
        return "A theme is shown here when at least %d concerns about it came within seven days, and so many or more would come by chance, at the pace of the eight weeks before, in fewer than one of %,d weeks (Poisson). The same theme is not shown again in the same area for four weeks."
                .formatted(SpikeRule.FEWEST, SpikeRule.ONE_IN);
    }
}
