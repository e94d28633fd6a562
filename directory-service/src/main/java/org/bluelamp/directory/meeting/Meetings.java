package org.bluelamp.directory.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The meetings as they stand. They change only through {@link MeetingRegister}, which announces every change. */
@Repository
public class Meetings {

    private static final TypeReference<SortedMap<LocalDate, String>> DATES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> CONTACT = new TypeReference<>() {};

    private final JdbcClient database;
    private final AreaPaths paths;
    private final JsonMapper json;

    Meetings(JdbcClient database, AreaPaths paths, JsonMapper json) {
        this.database = database;
        this.paths = paths;
        this.json = json;
    }

    /** The public address of a meeting's page. */
    String path(AreaCode area, UUID id) {
        return paths.of(area) + "/meetings/" + id;
    }

    /** One meeting, cancelled or not. */
    public Optional<Meeting> find(UUID id) {
        return database.sql("select * from meeting where id = :id")
                .param("id", id)
                .query(this::meeting)
                .optional();
    }

    /** Every meeting. */
    public List<Meeting> all() {
        return database.sql("select * from meeting order by area, starts_at, id")
                .query(this::meeting)
                .list();
    }

    /** The meetings of an area and of those inside it that were not over at that time, cancelled ones included. */
    public List<Meeting> within(AreaCode area, Instant from) {
        return database.sql("""
                        select * from meeting
                        where (area = :area or starts_with(area, :area || '/'))
                          and (over_at is null or over_at > :from)
                        order by starts_at, id
                        """)
                .param("area", area.value())
                .param("from", at(from))
                .query(this::meeting)
                .list();
    }

    /** What a member of a team hosts that is neither cancelled nor over at that time. */
    List<Meeting> hostedBy(UUID member, Instant from) {
        return database.sql("""
                        select * from meeting
                        where host = :member and not cancelled and (over_at is null or over_at > :from)
                        order by starts_at, id
                        """)
                .param("member", member)
                .param("from", at(from))
                .query(this::meeting)
                .list();
    }

    /** Holds a meeting against changes by others until the transaction ends. */
    Optional<Meeting> locked(UUID id) {
        return database.sql("select * from meeting where id = :id for update")
                .param("id", id)
                .query(this::meeting)
                .optional();
    }

    /** Holds all meetings of an area that a source told of. */
    List<Meeting> lockedAsTold(AreaCode area) {
        return database.sql("""
                        select * from meeting
                        where area = :area and told_as is not null
                        order by id
                        for update
                        """)
                .param("area", area.value())
                .query(this::meeting)
                .list();
    }

    /** Holds the meetings of an area whose host is none of these. */
    List<Meeting> lockedWithHostsOtherThan(AreaCode area, Collection<UUID> members) {
        return database.sql("""
                        select * from meeting
                        where area = :area and host is not null and host <> all (:members)
                        order by id
                        for update
                        """)
                .param("area", area.value())
                .param("members", members.toArray(UUID[]::new))
                .query(this::meeting)
                .list();
    }

    /** Takes some series of which no occurrence after that time was announced; what another replica took is left out. */
    List<Meeting> claimToAnnounce(Instant before, int most) {
        return database.sql("""
                        select * from meeting
                        where announced_until < :before
                        order by announced_until
                        limit :most
                        for update skip locked
                        """)
                .param("before", at(before))
                .param("most", most)
                .query(this::meeting)
                .list();
    }

    /** Writes a meeting with the version it bears. */
    void write(Meeting meeting, @Nullable Instant announcedUntil) {
        Schedule schedule = meeting.schedule();
        database.sql("""
                        insert into meeting (id, area, title, description, kind, place, starts_at, ends_at, recurrence,
                               cancelled_dates, contact, host, cancelled, reason, told_as, over_at, announced_until,
                               source, version, changed_at)
                        values (:id, :area, :title, :description, :kind, :place, :startsAt, :endsAt, :recurrence,
                               cast(:cancelledDates as jsonb), cast(:contact as jsonb), :host, :cancelled, :reason,
                               :toldAs, :overAt, :announcedUntil, :source, :version, :changedAt)
                        on conflict (id) do update
                        set title = excluded.title, description = excluded.description, kind = excluded.kind,
                            place = excluded.place, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                            recurrence = excluded.recurrence, cancelled_dates = excluded.cancelled_dates,
                            contact = excluded.contact, host = excluded.host, cancelled = excluded.cancelled,
                            reason = excluded.reason, told_as = excluded.told_as, over_at = excluded.over_at,
                            announced_until = excluded.announced_until, source = excluded.source,
                            version = excluded.version, changed_at = excluded.changed_at
                        """)
                .param("id", meeting.id())
                .param("area", meeting.area().value())
                .param("title", meeting.title())
                .param("description", meeting.description())
                .param("kind", meeting.kind())
                .param("place", meeting.place())
                .param("startsAt", at(schedule.startsAt()))
                .param("endsAt", atOrNull(schedule.endsAt()))
                .param(
                        "recurrence",
                        schedule.recurrence() == null
                                ? null
                                : schedule.recurrence().rule())
                .param("cancelledDates", json.writeValueAsString(meeting.cancelledDates()))
                .param("contact", json.writeValueAsString(meeting.contact()))
                .param("host", meeting.host())
                .param("cancelled", meeting.cancelled())
                .param("reason", meeting.reason())
                .param("toldAs", meeting.toldAs())
                .param("overAt", atOrNull(meeting.overAt()))
                .param("announcedUntil", atOrNull(announcedUntil))
                .param("source", meeting.source())
                .param("version", meeting.version())
                .param("changedAt", at(meeting.changedAt()))
                .update();
    }

    private Meeting meeting(ResultSet row, int n) throws SQLException {
        String recurrence = row.getString("recurrence");
        UUID id = row.getObject("id", UUID.class);
        AreaCode area = new AreaCode(row.getString("area"));
        return new Meeting(
                id,
                area,
                path(area, id),
                new MeetingDescription(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("kind"),
                        row.getString("place"),
                        new Schedule(
                                instant(row, "starts_at"),
                                row.getObject("ends_at") == null ? null : instant(row, "ends_at"),
                                recurrence == null ? null : Recurrence.parse(recurrence)),
                        json.readValue(row.getString("contact"), CONTACT),
                        row.getObject("host", UUID.class)),
                json.readValue(row.getString("cancelled_dates"), DATES),
                row.getBoolean("cancelled"),
                row.getString("reason"),
                row.getString("told_as"),
                row.getString("source"),
                row.getLong("version"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
