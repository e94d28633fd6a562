package org.bluelamp.alerts.reach;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts once a day whom alerts reach and how long deliveries took, as sets in the database, and tells the other
 * services of the areas whose figures moved. What was counted outlives the rows that it was counted from.
 */
@Repository
class ReachCounts implements SnapshotSource, Expiring {

    /** For how many days back deliveries are counted when nothing was counted before. */
    private static final int DAYS_BACK = 31;

    private final JdbcClient jdbc;
    private final HomeForce home;
    private final Outbox outbox;
    private final ReachSettings settings;
    private final Clock clock;

    ReachCounts(JdbcClient jdbc, HomeForce home, Outbox outbox, ReachSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.home = home;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Areas of the own force that are not counted on a day, as the directory told of them later. */
    private static final String MISSED = """
            exists (
                select
                from area
                where (code = :home or starts_with(code, :home || '/'))
                  and not exists (select from reach_figure where reach_figure.area = code and day = :today))
            """;

    /**
     * Whether it is time to count: not yet done today, and late enough in the night, or never done; or done, but not for an
     * area that came later.
     */
    boolean due() {
        var now = clock.instant();
        var early = now.atZone(LondonTime.ZONE).toLocalTime().isBefore(settings.from());
        return jdbc.sql("select " + MISSED + """
                   and (exists (select from reach_day where day = :today)
                        or not :early
                        or not exists (select from reach_day))
                """)
                .param("home", home.code().value())
                .param("today", LondonTime.date(now))
                .param("early", early)
                .query(Boolean.class)
                .single();
    }

    /**
     * Counts for today.
     *
     * @return of how many areas other services are told; none also when another replica has counted or is just doing so
     */
    @Transactional
    int count() {
        var now = clock.instant();
        var today = LondonTime.date(now);
        var before = jdbc.sql("select max(day) from reach_day")
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional()
                .orElse(null);
        var first = jdbc.sql("insert into reach_day (day, counted_at) values (:day, :now) on conflict do nothing")
                        .param("day", today)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
        if (first) {
            countDeliveries(before, today);
        }
        return first || missed(today) ? countPeople(today) : 0;
    }

    /**
     * Each person once for each area and way of being reached, whose alerts reach them because they follow it, an area within, or a place of their own
     * that it touches.
     */
    private int countPeople(LocalDate day) {
        jdbc.sql("""
                insert into reach_figure (area, channel, day, reachable)
                with own as (
                    select code
                    from area
                    where code = :home or starts_with(code, :home || '/')
                ),
                covering as (
                    select own.code, within.code as within
                    from own
                    join own within on within.code = own.code or starts_with(within.code, own.code || '/')
                ),
                followed as (
                    select code, within from covering
                    union
                    select covering.code, own_place_area.code
                    from covering
                    join own_place_area on own_place_area.area = covering.within
                ),
                reached as (
                    select distinct followed.code, subscription.subscriber_id
                    from followed
                    join subscription on subscription.area = followed.within
                    join subscriber on subscriber.id = subscription.subscriber_id
                    where subscription.ended_at is null
                      and (subscription.topics is null or 'alerts' = any (subscription.topics))
                      and subscriber.status = 'confirmed'
                      and subscriber.suppressed_at is null
                )
                select own.code, way.word, :day, count(reachable.subscriber_id)
                from own
                cross join unnest(:ways) as way (word)
                left join (
                    select code, :mail as word, subscriber_id
                    from reached
                    union all
                    select code, :sms, subscriber_id
                    from reached
                    join mobile using (subscriber_id)
                    where mobile.suppressed_at is null and mobile.texts <> 'never'
                    union all
                    select distinct code, :push, subscriber_id
                    from reached
                    join push_device using (subscriber_id)) as reachable
                  on reachable.code = own.code and reachable.word = way.word
                group by own.code, way.word
                on conflict do nothing
                """)
                .param("home", home.code().value())
                .param("ways", Arrays.stream(Way.values()).map(Way::word).toArray(String[]::new))
                .param("mail", Way.MAIL.word())
                .param("sms", Way.SMS.word())
                .param("push", Way.PUSH.word())
                .param("day", day)
                .update();
        return tell(day);
    }

    private boolean missed(LocalDate day) {
        return jdbc.sql("select " + MISSED)
                .param("home", home.code().value())
                .param("today", day)
                .query(Boolean.class)
                .single();
    }

    /** The days from the last count up to yesterday; a day that was counted stays as it was. */
    private void countDeliveries(@Nullable LocalDate before, LocalDate today) {
        var earliest = today.minusDays(DAYS_BACK);
        var from = before == null || before.isBefore(earliest) ? earliest : before;
        jdbc.sql("""
                insert into delivery_day (day, lane, channel, accepted, refused, late, half, most)
                select (finished_at at time zone 'Europe/London')::date as day, lane, channel,
                       count(*) filter (where accepted),
                       count(*) filter (where status = 'failed_for_good' and not accepted),
                       count(*) filter (where status = 'expired'),
                       ceil(percentile_cont(0.5) within group (order by took) filter (where accepted)),
                       ceil(percentile_cont(0.95) within group (order by took) filter (where accepted))
                from (
                    select finished_at, lane, channel, status,
                           status not in ('failed_for_good', 'expired', 'cancelled')
                               or status = 'failed_for_good'
                                  and (starts_with(failure, 'came back') or starts_with(failure, 'notify: ')) as accepted,
                           extract(epoch from finished_at - created_at) as took
                    from delivery
                    where finished_at >= :from and finished_at < :until
                      and not coalesce(starts_with(failure, 'simulated'), false)) as finished
                group by day, lane, channel
                on conflict do nothing
                """)
                .param("from", from.atStartOfDay(LondonTime.ZONE).toOffsetDateTime())
                .param("until", today.atStartOfDay(LondonTime.ZONE).toOffsetDateTime())
                .update();
    }

    private int tell(LocalDate day) {
        var told = new HashMap<AreaCode, AreaReach>();
        jdbc.sql("select area, version, day, households, channels from reach_told")
                .query(ReachCounts::told)
                .list()
                .forEach(reach -> told.put(reach.area(), reach));
        var moved = counted(day).stream()
                .filter(reach -> {
                    var before = told.get(reach.area());
                    return before == null || reach.differsFrom(before);
                })
                .toList();
        moved.forEach(reach -> outbox.append(ReachChanged.event(reach, keep(reach))));
        return moved.size();
    }

    private List<AreaReach> counted(LocalDate day) {
        var channels = new LinkedHashMap<AreaCode, Map<String, Integer>>();
        jdbc.sql("select area, channel, reachable from reach_figure where day = :day order by area")
                .param("day", day)
                .query(row -> {
                    channels.computeIfAbsent(new AreaCode(row.getString("area")), code -> new TreeMap<>())
                            .put(row.getString("channel"), row.getInt("reachable"));
                });
        var households = new HashMap<AreaCode, Integer>();
        jdbc.sql(ReachFigures.HOUSEHOLDS).query(row -> {
            var known = row.getObject("households", Integer.class);
            if (known != null) {
                households.put(new AreaCode(row.getString("code")), known);
            }
        });
        return channels.entrySet().stream()
                .map(entry -> AreaReach.of(entry.getKey(), day, households.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private long keep(AreaReach reach) {
        return jdbc.sql("""
                insert into reach_told as held (area, version, day, households, channels)
                values (:area, 1, :day, :households, cast(:channels as jsonb))
                on conflict (area) do update
                set version = held.version + 1, day = excluded.day, households = excluded.households,
                    channels = excluded.channels
                returning version
                """)
                .param("area", reach.area().value())
                .param("day", reach.day())
                .param("households", reach.households())
                .param("channels", JsonMapper.shared().writeValueAsString(reach.channels()))
                .query(Long.class)
                .single();
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return jdbc
                .sql("select area, version, day, households, channels from reach_told order by area")
                .query((row, n) -> ReachChanged.event(told(row, n), row.getLong("version")))
                .list()
                .stream();
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        var before = LondonTime.date(now.minus(settings.kept()));
        var days = jdbc.sql("""
                delete from reach_day
                where day in (select day from reach_day where day < :before limit 100 for update skip locked)
                """).param("before", before).update();
        var times = jdbc.sql("delete from delivery_day where day < :before")
                .param("before", before)
                .update();
        return Math.max(days, times);
    }

    private static AreaReach told(ResultSet row, int n) throws SQLException {
        return new AreaReach(
                new AreaCode(row.getString("area")),
                row.getObject("day", LocalDate.class),
                row.getObject("households", Integer.class),
                JsonMapper.shared()
                        .readValue(row.getString("channels"), new TypeReference<TreeMap<String, Integer>>() {}));
    }
}
