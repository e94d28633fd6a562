package org.bluelamp.directory.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projection of feedback-service's rounds, fed by its events in whatever order they arrive: the newest version a round
 * was ever told in stays. A round ends after its last day, whether an event says so or not.
 */
@Repository
public class Rounds {

    private final JdbcClient database;
    private final Clock clock;

    Rounds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What the residents of a neighbourhood are asked at present. */
    public Optional<Round> open(AreaCode neighbourhood) {
        return database.sql("""
                        select id, area, title, closes_on from round
                        where open and area = :area and closes_on >= :today
                        order by closes_on, id
                        limit 1
                        """)
                .param("area", neighbourhood.value())
                .param("today", LondonTime.date(clock.instant()))
                .query(Rounds::round)
                .optional();
    }

    /** How many neighbourhoods within an area are asked at present. */
    public int open(AreaCode within, LocalDate day) {
        return database.sql("""
                        select count(distinct area) from round
                        where open and closes_on >= :day and starts_with(area, :within || '/')
                        """)
                .param("day", day)
                .param("within", within.value())
                .query(Integer.class)
                .single();
    }

    void opened(RoundOpened round, Version version) {
        keep(round.id(), round.area(), round.title(), round.closesOn(), true, version);
    }

    /** It stays as a row, so that an older event does not open it again. */
    void closed(RoundClosed round, Version version) {
        keep(round.id(), round.area(), round.title(), round.closedOn(), false, version);
    }

    private void keep(UUID id, String area, String title, LocalDate closesOn, boolean open, Version version) {
        database.sql("""
                        insert into round as held (id, version, area, title, closes_on, open)
                        values (:id, :version, :area, :title, :closesOn, :open)
                        on conflict (id) do update
                        set version = excluded.version, area = excluded.area, title = excluded.title,
                            closes_on = excluded.closes_on, open = excluded.open
                        where held.version <= :replaces
                        """)
                .param("id", id)
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("area", new AreaCode(area).value())
                .param("title", title)
                .param("closesOn", closesOn)
                .param("open", open)
                .update();
    }

    private static Round round(ResultSet row, int n) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area")),
                row.getString("title"),
                row.getObject("closes_on", LocalDate.class));
    }
}
