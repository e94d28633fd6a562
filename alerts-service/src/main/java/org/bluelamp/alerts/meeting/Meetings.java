package org.bluelamp.alerts.meeting;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When one can meet the teams: a projection of the directory's events. */
@Repository
public class Meetings {

    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first meeting of exactly that area that begins after one time and before another. */
    public Optional<NextMeeting> next(AreaCode area, Instant after, Instant before) {
        return jdbc.sql("""
                select meeting.title, meeting.place, meeting.path, date.starts_at
                from meeting
                cross join unnest(meeting.starts_at) as date (starts_at)
                where meeting.area = :area and not meeting.cancelled
                  and date.starts_at > :after and date.starts_at < :before
                order by date.starts_at, meeting.id
                limit 1
                """)
                .param("area", area.value())
                .param("after", after.atOffset(UTC))
                .param("before", before.atOffset(UTC))
                .query((row, n) -> new NextMeeting(
                        row.getString("title"),
                        row.getString("place"),
                        row.getString("path"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant()))
                .optional();
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
