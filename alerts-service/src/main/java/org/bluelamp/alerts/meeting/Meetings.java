package org.bluelamp.alerts.meeting;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.HomeForce;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When one can meet the teams: a projection of the directory's events. */
@Repository
public class Meetings {

    private final JdbcClient jdbc;
    private final HomeForce home;

    Meetings(JdbcClient jdbc, HomeForce home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    /**
     * For each area of the own force the first meeting of exactly that area that begins after one time and before
     * another; areas without one are left out.
     */
    public Map<AreaCode, NextMeeting> next(Instant after, Instant before) {
        var next = new HashMap<AreaCode, NextMeeting>();
        jdbc.sql("""
                select distinct on (meeting.area)
                       meeting.area, meeting.title, meeting.place, meeting.path, date.starts_at
                from meeting
                cross join unnest(meeting.starts_at) as date (starts_at)
                where starts_with(meeting.area, :home || '/') and not meeting.cancelled
                  and date.starts_at > :after and date.starts_at < :before
                order by meeting.area, date.starts_at, meeting.id
                """)
                .param("home", home.code().value())
                .param("after", after.atOffset(UTC))
                .param("before", before.atOffset(UTC))
                .query((RowCallbackHandler) row -> next.put(
                        new AreaCode(row.getString("area")),
                        new NextMeeting(
                                row.getString("title"),
                                row.getString("place"),
                                row.getString("path"),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant())));
        return next;
    }

    void store(MeetingChanged meeting, Version version) {
        jdbc.sql("""
                insert into meeting (id, area, title, place, path, cancelled, starts_at, version)
                values (:id, :area, :title, :place, :path, :cancelled, cast(:startsAt as timestamptz[]), :version)
                on conflict (id) do update
                set area = excluded.area, title = excluded.title, place = excluded.place, path = excluded.path,
                    cancelled = excluded.cancelled, starts_at = excluded.starts_at, version = excluded.version
                where meeting.version <= :replaces
                """)
                .param("id", meeting.id())
                .param("area", meeting.area())
                .param("title", meeting.title())
                .param("place", meeting.place())
                .param("path", meeting.path())
                .param("cancelled", meeting.cancelled())
                .param(
                        "startsAt",
                        meeting.next().stream()
                                .map(time -> time.startsAt().toString())
                                .toArray(String[]::new))
                .param("version", version.number())
                .param("replaces", version.replaces())
                .update();
    }
}
