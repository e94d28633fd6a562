package org.bluelamp.alerts.reach;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom alerts reach in each area, as it was last counted, against the households that live there. */
@Repository
public class ReachFigures {

    /**
     * The households of each area: of a neighbourhood as the directory told; of a wider area their sum, and none when one
     * of them is not known, as the sum would mislead.
     */
    static final String HOUSEHOLDS = """
            select area.code,
                   case when count(*) = count(within.households) then sum(within.households)::integer end as households
            from area
            join area within
              on within.kind = 'neighbourhood'
             and (within.code = area.code or starts_with(within.code, area.code || '/'))
            group by area.code
            """;

    private final JdbcClient jdbc;

    ReachFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day for which it was last counted; empty before the first time. */
    public Optional<LocalDate> day() {
        return jdbc.sql("select day from reach_day order by day desc limit 1")
                .query(LocalDate.class)
                .optional();
    }

    /**
     * What was counted on a day.
     *
     * @param channel for example mail
     */
    public Map<AreaCode, Figure> on(LocalDate day, String channel) {
        var figures = new LinkedHashMap<AreaCode, Figure>();
        jdbc.sql("with known as (" + HOUSEHOLDS + """
                )
                select reach_figure.area, reach_figure.reachable, known.households
                from reach_figure
                left join known on known.code = reach_figure.area
                where reach_figure.day = :day and reach_figure.channel = :channel
                order by reach_figure.area
                """)
                .param("day", day)
                .param("channel", channel)
                .query(row -> {
                    figures.put(
                            new AreaCode(row.getString("area")),
                            new Figure(
                                    new HeadCount(row.getInt("reachable")),
                                    row.getObject("households", Integer.class)));
                });
        return figures;
    }

    /**
     * An area's figure.
     *
     * @param reachable the people
     * @param households how many households there are; null when it is not known
     */
    public record Figure(HeadCount reachable, @Nullable Integer households) {

        /**
         * People for each hundred households, as a whole number; empty when the households are not known, or so few
         * people that they could be recognised.
         */
        public Optional<Integer> share() {
            return households == null || households == 0 || !reachable.tellable()
                    ? Optional.empty()
                    : Optional.of((int) Math.round(100.0 * reachable.people() / households));
        }
    }
}
