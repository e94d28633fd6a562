package org.bluelamp.feedback.priority;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All priorities. A change is accepted only onto the version before it. */
@Repository
public class Priorities {

    /** How many a neighbourhood works on at most. */
    public static final int AT_ONCE = 3;

    private static final String PRIORITY = """
            select p.*,
                   coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text, 'owner', a.owner,
                                                                 'dueOn', a.due_on, 'doneOn', a.done_on,
                                                                 'result', a.result)
                                              order by a.position)
                               from planned_action a
                              where a.priority_id = p.id), '[]')::text as plan
              from priority p
            """;

    private final JdbcClient jdbc;

    Priorities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The priority with the id, in whatever state. */
    public Optional<Priority> find(PriorityId id) {
        return jdbc.sql(PRIORITY + " where p.id = :id")
                .param("id", id.value())
                .query(Priorities::read)
                .optional();
    }

    /** What a neighbourhood's team works on, the oldest first. */
    public List<Current> current(AreaCode area) {
        return jdbc
                .sql(PRIORITY + " where p.area_code = :area and p.place is not null order by p.set_on, p.id")
                .param("area", area.value())
                .query(Priorities::read)
                .list()
                .stream()
                .map(Current.class::cast)
                .toList();
    }

    /** What a neighbourhood's team has worked on, what ended last first. */
    public List<Ended> ended(AreaCode area, int limit) {
        return ended("and area_code = :area", Map.of("area", area.value()), limit);
    }

    /** What was completed last, anywhere. */
    public List<Ended> lastCompleted(int limit) {
        return ended("and status = 'completed'", Map.of(), limit);
    }

    private List<Ended> ended(String which, Map<String, ?> parameters, int limit) {
        return jdbc
                .sql(PRIORITY + " where p.ended_on is not null and p.status <> 'withdrawn' " + which
                        + " order by p.ended_on desc, p.id limit :limit")
                .params(parameters)
                .param("limit", limit)
                .query(Priorities::read)
                .list()
                .stream()
                .map(Ended.class::cast)
                .toList();
    }

    /** What the teams of these neighbourhoods work on, by neighbourhood, the oldest first. */
    public Map<AreaCode, List<Current>> current(Collection<AreaCode> areas) {
        return jdbc
                .sql(PRIORITY + """
                         where p.place is not null and p.area_code = any (:areas)
                         order by p.set_on, p.id""")
                .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .query(Priorities::read)
                .list()
                .stream()
                .map(Current.class::cast)
                .collect(Collectors.groupingBy(Priority::area));
    }

    /** The priorities that a concern led to, the newest first. */
    public List<Priority> ledToBy(Reference concern) {
        return jdbc.sql(PRIORITY + """
                          join priority_concern pc on pc.priority_id = p.id
                          join concern c on c.id = pc.concern_id
                         where c.reference = :reference
                         order by p.set_on desc, p.id""")
                .param("reference", concern.value())
                .query(Priorities::read)
                .list();
    }

    /** Every priority there is, in no order; to be closed. */
    Stream<Priority> all() {
        return jdbc.sql(PRIORITY).query(Priorities::read).stream();
    }

    /**
     * Who changed a priority last.
     *
     * @param name the person's name
     * @param at when
     */
    public record LastChange(String name, Instant at) {}

    /** Who changed a priority last; empty when there is none. */
    public Optional<LastChange> lastChange(PriorityId id) {
        return jdbc.sql("select changed_by_name, changed_at from priority where id = :id")
                .param("id", id.value())
                .query((row, n) -> new LastChange(
                        row.getString("changed_by_name"),
                        Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class))
                                .toInstant()))
                .optional();
    }

    /**
     * Keeps a new priority in a free place of its neighbourhood; whether this call kept it, and not one before.
     *
     * @throws TooManyPrioritiesException when there is none
     */
    boolean add(Open priority, StaffMember by, Instant at) {
        // A rival who takes the place first makes this insert nothing; the next look finds another place or none.
        for (int look = 0; look <= AT_ONCE; look++) {
            int added = jdbc.sql("""
                            insert into priority (id, area_code, place, issue, why, action, action_on, status, set_on,
                                                  evidence, version, changed_by_id, changed_by_name, changed_at)
                            select :id, :area, free.place, :issue, :why, :action, :actionOn, :status, :setOn,
                                   :evidence, :version, :byId, :byName, :at
                              from generate_series(1, :atOnce) as free (place)
                             where not exists (select from priority p
                                                where p.area_code = :area and p.place = free.place)
                             order by free.place
                             limit 1
                            on conflict do nothing""")
                    .params(columns(priority, by, at))
                    .param("atOnce", AT_ONCE)
                    .update();
            if (added == 1) {
                return true;
            }
            if (find(priority.id()).isPresent()) {
                return false;
            }
        }
        throw new TooManyPrioritiesException(priority.area());
    }

    /**
     * Keeps a changed priority; one that has ended leaves its place.
     *
     * @throws StalePriorityException when the version held is not the one before
     */
    void replace(Priority priority, StaffMember by, Instant at) {
        int changed = jdbc.sql("""
                        update priority
                           set place = case when cast(:endedOn as date) is null then place end,
                               issue = :issue, why = :why, action = :action, action_on = :actionOn,
                               status = :status, progress = :progress, reviewed_on = :reviewedOn,
                               ended_on = :endedOn, reason = :reason, outcome = :outcome, evidence = :evidence,
                               version = :version, changed_by_id = :byId, changed_by_name = :byName, changed_at = :at
                         where id = :id and version = :version - 1""").params(columns(priority, by, at)).update();
        if (changed == 0) {
            throw new StalePriorityException(priority.id());
        }
        keep(priority.id(), priority.undertaking().plan());
    }

    private void keep(PriorityId id, List<PlannedAction> plan) {
        jdbc.sql("delete from planned_action where priority_id = :id")
                .param("id", id.value())
                .update();
        if (plan.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into planned_action (id, priority_id, position, text, owner, due_on, done_on, result)
                        select given.id, :priority, given.position, given.text, given.owner, given.due_on, given.done_on,
                               given.result
                          from unnest(cast(:ids as uuid[]), cast(:texts as text[]), cast(:owners as text[]),
                                      cast(:due as date[]), cast(:done as date[]), cast(:results as text[]))
                               with ordinality as given (id, text, owner, due_on, done_on, result, position)""")
                .param("priority", id.value())
                .param("ids", plan.stream().map(PlannedAction::id).toArray(UUID[]::new))
                .param("texts", plan.stream().map(PlannedAction::text).toArray(String[]::new))
                .param("owners", plan.stream().map(PlannedAction::owner).toArray(String[]::new))
                .param("due", plan.stream().map(one -> one.dueOn().toString()).toArray(String[]::new))
                .param("done", plan.stream().map(one -> day(one.doneOn())).toArray(String[]::new))
                .param("results", plan.stream().map(PlannedAction::result).toArray(String[]::new))
                .update();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** The concerns that led to a priority. */
    public Set<Reference> evidence(PriorityId id) {
        return jdbc.sql("""
                        select c.reference
                          from priority_concern pc
                          join concern c on c.id = pc.concern_id
                         where pc.priority_id = :id""").param("id", id.value()).query(String.class).list().stream()
                .map(Reference::new)
                .collect(Collectors.toSet());
    }

    /** Links exactly these concerns, as far as they are of the priority's neighbourhood; how many that are. */
    int link(Priority priority, Set<Reference> concerns) {
        jdbc.sql("delete from priority_concern where priority_id = :id")
                .param("id", priority.id().value())
                .update();
        return jdbc.sql("""
                        insert into priority_concern (priority_id, concern_id)
                        select :id, id
                          from concern
                         where area_code = :area and reference = any (:references)
                        on conflict do nothing""")
                .param("id", priority.id().value())
                .param("area", priority.area().value())
                .param("references", concerns.stream().map(Reference::value).toArray(String[]::new))
                .update();
    }

    private static Map<String, @Nullable Object> columns(Priority priority, StaffMember by, Instant at) {
        Aim aim = priority.aim();
        Aim.@Nullable Action action = aim.action();
        @Nullable Review review = priority.review();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", priority.id().value());
        columns.put("area", priority.area().value());
        columns.put("issue", aim.issue());
        columns.put("why", aim.why());
        columns.put("action", action == null ? null : action.text());
        columns.put("actionOn", action == null ? null : action.decidedOn());
        columns.put("status", priority.status().code());
        columns.put("setOn", priority.undertaking().setOn());
        columns.put("progress", review == null ? null : review.progress());
        columns.put("reviewedOn", review == null ? null : review.on());
        columns.put("endedOn", priority instanceof Ended ended ? ended.endedOn() : null);
        columns.put("reason", reason(priority));
        columns.put("outcome", priority instanceof Completed completed ? completed.outcome() : null);
        columns.put("evidence", priority.undertaking().evidence());
        columns.put("version", priority.version());
        columns.put("byId", by.id());
        columns.put("byName", by.name());
        columns.put("at", at.atOffset(UTC));
        return columns;
    }

    private static @Nullable String reason(Priority priority) {
        return switch (priority) {
            case Replaced replaced -> replaced.reason();
            case Withdrawn withdrawn -> withdrawn.reason();
            default -> null;
        };
    }

    private static Priority read(ResultSet row, int n) throws SQLException {
        @Nullable String action = row.getString("action");
        Undertaking undertaking = new Undertaking(
                new PriorityId(row.getObject("id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                new Aim(
                        row.getString("issue"),
                        row.getString("why"),
                        action == null ? null : new Aim.Action(action, day(row, "action_on"))),
                day(row, "set_on"),
                List.of(JsonMapper.shared().readValue(row.getString("plan"), PlannedAction[].class)),
                row.getInt("evidence"));
        @Nullable String progress = row.getString("progress");
        @Nullable Review review = progress == null ? null : new Review(progress, day(row, "reviewed_on"));
        long version = row.getLong("version");
        return switch (row.getString("status")) {
            case "open" -> new Open(undertaking, version);
            case "continued" -> new Continued(undertaking, Objects.requireNonNull(review), version);
            case "replaced" ->
                new Replaced(undertaking, review, row.getString("reason"), day(row, "ended_on"), version);
            case "completed" ->
                new Completed(undertaking, review, row.getString("outcome"), day(row, "ended_on"), version);
            case "withdrawn" ->
                new Withdrawn(undertaking, review, row.getString("reason"), day(row, "ended_on"), version);
            case String other -> throw new SQLException("Priority in an unknown state: " + other);
        };
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
