package org.bluelamp.feedback.round;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bluelamp.feedback.survey.Asked;
import org.bluelamp.feedback.survey.Branch;
import org.bluelamp.feedback.survey.Kind;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All rounds with their surveys. A change is accepted only onto the version before it. */
@Repository
public class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The round with the id, in whatever state. */
    public Optional<Round> find(RoundId id) {
        return first(jdbc.sql("select * from round where id = :id").param("id", id.value()));
    }

    /**
     * The round, if residents can answer it, so that it cannot close before the transaction ends.
     */
    public Optional<Open> openUntilTheEnd(RoundId id) {
        return first(jdbc.sql("select * from round where id = :id and state = 'open' for share")
                        .param("id", id.value()))
                .map(Open.class::cast);
    }

    /** The rounds of one neighbourhood, the latest first. */
    public List<Round> of(AreaCode area, int limit) {
        return all(jdbc.sql("select * from round where area_code = :area order by opens_on desc, id limit :limit")
                .param("area", area.value())
                .param("limit", limit));
    }

    /** The round of a neighbourhood that residents can answer. */
    public Optional<Open> open(AreaCode area) {
        return first(jdbc.sql("select * from round where area_code = :area and state = 'open'")
                        .param("area", area.value()))
                .map(Open.class::cast);
    }

    /** The last round of a neighbourhood that was over before another began. */
    public Optional<Round> before(Round round) {
        return first(jdbc.sql("""
                        select *
                          from round
                         where area_code = :area and opens_on < :opensOn and state in ('closed', 'decided')
                         order by opens_on desc
                         limit 1""")
                .param("area", round.area().value())
                .param("opensOn", round.plan().period().first()));
    }

    /**
     * A round in a list.
     *
     * @param id its id
     * @param area its neighbourhood
     * @param title what it is called
     * @param period its days
     * @param state where it stands
     */
    public record Line(RoundId id, AreaCode area, String title, Period period, RoundState state) {}

    /** The rounds of the force that stand so, those that end last first. */
    public List<Line> lines(AreaCode force, RoundState state, int limit) {
        return jdbc.sql("""
                        select id, area_code, title, opens_on, closes_on, state
                          from round
                         where state = :state and starts_with(area_code, :force || '/')
                         order by closes_on desc, id
                         limit :limit""")
                .param("state", state.word())
                .param("force", force.value())
                .param("limit", limit)
                .query(Rounds::line)
                .list();
    }

    /** The rounds of these neighbourhoods, the latest first. */
    public List<Line> lines(Collection<AreaCode> areas, int limit) {
        return jdbc.sql("""
                        select id, area_code, title, opens_on, closes_on, state
                          from round
                         where area_code = any (:areas)
                         order by opens_on desc, id
                         limit :limit""")
                .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .param("limit", limit)
                .query(Rounds::line)
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                new RoundId(row.getObject("id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("title"),
                period(row),
                RoundState.of(row.getString("state")));
    }

    /** Every round that has begun, in no order. */
    Stream<Round> begun() {
        return all(jdbc.sql("select * from round where state <> 'planned'")).stream();
    }

    /**
     * Who changed a round last.
     *
     * @param name the person's name
     * @param at when
     */
    public record LastChange(String name, Instant at) {}

    /** Who changed a round last; empty when there is none. */
    public Optional<LastChange> lastChange(RoundId id) {
        return jdbc.sql("select changed_by_name, changed_at from round where id = :id")
                .param("id", id.value())
                .query((row, n) -> new LastChange(row.getString("changed_by_name"), instant(row, "changed_at")))
                .optional();
    }

    /** Lets one after the other plan in a neighbourhood, until the transaction ends. */
    void onePlanner(AreaCode area) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('round ' || :area, 0))")
                .param("area", area.value())
                .query((row, n) -> "")
                .list();
    }

    /** The days of another round of the neighbourhood that shares a day with these. */
    Optional<Period> meeting(Plan plan) {
        return jdbc.sql("""
                        select opens_on, closes_on
                          from round
                         where area_code = :area and id <> :id and opens_on <= :last
                           and coalesce(cast(closed_at at time zone 'Europe/London' as date), closes_on) >= :first
                         limit 1""")
                .param("area", plan.area().value())
                .param("id", plan.id().value())
                .param("first", plan.period().first())
                .param("last", plan.period().last())
                .query((row, n) -> period(row))
                .optional();
    }

    /** Keeps a new round; whether this call kept it, and not one before. */
    boolean add(Planned round, StaffMember by, Instant at) {
        int added = jdbc.sql("""
                        insert into round (id, area_code, title, about, parts, opens_on, closes_on, state, version,
                                           changed_by_id, changed_by_name, changed_at)
                        values (:id, :area, :title, :about, :parts, :opensOn, :closesOn, :state, :version,
                                :byId, :byName, :at)
                        on conflict do nothing""")
                .params(columns(round, at))
                .param("byId", by.id())
                .param("byName", by.name())
                .update();
        if (added == 1) {
            addQuestions(round);
        }
        return added == 1;
    }

    /**
     * Keeps a round that a member of staff changed.
     *
     * @throws StaleRoundException when the version held is not the one before
     */
    void replace(Round round, StaffMember by, Instant at) {
        replace(round, at, by);
    }

    /** Keeps a round that time has changed; false when somebody was faster. */
    boolean replaceInTime(Round round, Instant at) {
        return update(round, at, null);
    }

    private void replace(Round round, Instant at, StaffMember by) {
        if (!update(round, at, by)) {
            throw new StaleRoundException(round.id());
        }
        if (round instanceof Planned planned) {
            jdbc.sql("delete from round_question where round_id = :id")
                    .param("id", round.id().value())
                    .update();
            addQuestions(planned);
        }
    }

    private boolean update(Round round, Instant at, @Nullable StaffMember by) {
        return jdbc.sql("""
                        update round
                           set title = :title, about = :about, parts = :parts, opens_on = :opensOn,
                               closes_on = :closesOn, state = :state, opened_at = :openedAt, closed_at = :closedAt,
                               decided_on = :decidedOn, decision = :decision, version = :version,
                               changed_by_id = coalesce(:byId, changed_by_id),
                               changed_by_name = coalesce(:byName, changed_by_name),
                               changed_at = case when cast(:byId as text) is null then changed_at else :at end
                         where id = :id and version = :version - 1""")
                        .params(columns(round, at))
                        .param("byId", by == null ? null : by.id())
                        .param("byName", by == null ? null : by.name())
                        .update()
                == 1;
    }

    /** Takes a round away that has not begun; nobody has heard of it. */
    boolean remove(Planned round) {
        return jdbc.sql("delete from round where id = :id and version = :version and state = 'planned'")
                        .param("id", round.id().value())
                        .param("version", round.version())
                        .update()
                == 1;
    }

    /** Rounds that a day opens or closes, at most so many. */
    List<RoundId> due(LocalDate today, int limit) {
        return jdbc.sql("""
                        (select id from round r
                          where state = 'planned' and opens_on <= :today and closes_on >= :today
                            and exists (select from round_question where round_id = r.id)
                            and not exists (select from round o where o.area_code = r.area_code and o.state = 'open')
                          limit :limit)
                        union all
                        (select id from round where state = 'open' and closes_on < :today limit :limit)""")
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> new RoundId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The round, claimed until the transaction ends; empty when another replica has it. */
    Optional<Round> claim(RoundId id) {
        return first(jdbc.sql("select * from round where id = :id for update skip locked")
                .param("id", id.value()));
    }

    private void addQuestions(Planned round) {
        for (Question question : round.survey().questions()) {
            Asked asked = question.asked();
            @Nullable Branch branch = question.branch();
            jdbc.sql("""
                            insert into round_question (round_id, number, kind, text, hint, required, options, low,
                                                        high, after_question, after_option)
                            values (:round, :number, :kind, :text, :hint, :required, :options, :low,
                                    :high, :afterQuestion, :afterOption)""")
                    .param("round", round.id().value())
                    .param("number", question.number())
                    .param("kind", question.kind().word())
                    .param("text", question.text())
                    .param("hint", question.hint())
                    .param("required", question.required())
                    .param("options", question.kind().listed() ? asked.options().toArray(String[]::new) : new String[0])
                    .param("low", asked instanceof Asked.Scale(var low, var _) ? low : null)
                    .param("high", asked instanceof Asked.Scale(var _, var high) ? high : null)
                    .param("afterQuestion", branch == null ? null : branch.question())
                    .param("afterOption", branch == null ? null : branch.option())
                    .update();
        }
    }

    /** A round of which the survey is still to be read. */
    private record Bare(UUID id, Function<Survey, Round> asking) {}

    private Optional<Round> first(JdbcClient.StatementSpec select) {
        return all(select).stream().findFirst();
    }

    private List<Round> all(JdbcClient.StatementSpec select) {
        List<Bare> bare = select.query(Rounds::bare).list();
        Map<UUID, List<Question>> questions = new HashMap<>();
        if (!bare.isEmpty()) {
            jdbc.sql("select * from round_question where round_id = any (:rounds) order by round_id, number")
                    .param("rounds", bare.stream().map(Bare::id).toArray(UUID[]::new))
                    .query((RowCallbackHandler) row -> questions
                            .computeIfAbsent(row.getObject("round_id", UUID.class), id -> new ArrayList<>())
                            .add(question(row)));
        }
        return bare.stream()
                .map(round -> round.asking.apply(new Survey(questions.getOrDefault(round.id, List.of()))))
                .toList();
    }

    private static Question question(ResultSet row) throws SQLException {
        List<String> options =
                new ArrayList<>(Arrays.asList((String[]) row.getArray("options").getArray()));
        Asked asked = switch (Kind.of(row.getString("kind")).orElseThrow()) {
            case CHOICE -> new Asked.Choice(options);
            case SEVERAL -> new Asked.Several(options);
            case SCALE -> new Asked.Scale(row.getString("low"), row.getString("high"));
            case RANKING -> new Asked.Ranking(options);
            case TEXT -> new Asked.Text();
            case PLACE -> new Asked.Place();
        };
        int after = row.getInt("after_question");
        return new Question(
                row.getInt("number"),
                row.getString("text"),
                row.getString("hint"),
                row.getBoolean("required"),
                asked,
                after == 0 ? null : new Branch(after, row.getInt("after_option")));
    }

    private static Bare bare(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Plan plan = new Plan(
                new RoundId(id),
                new AreaCode(row.getString("area_code")),
                row.getString("title"),
                row.getString("about"),
                Arrays.asList((String[]) row.getArray("parts").getArray()),
                period(row),
                Survey.EMPTY);
        long version = row.getLong("version");
        RoundState state = RoundState.of(row.getString("state"));
        if (state == RoundState.PLANNED) {
            return new Bare(id, survey -> new Planned(plan.with(survey), version));
        }
        Instant opened = instant(row, "opened_at");
        if (state == RoundState.OPEN) {
            return new Bare(id, survey -> new Open(plan.with(survey), opened, version));
        }
        Instant closed = instant(row, "closed_at");
        if (state == RoundState.CLOSED) {
            return new Bare(id, survey -> new Closed(plan.with(survey), opened, closed, version));
        }
        String decision = row.getString("decision");
        LocalDate day = row.getObject("decided_on", LocalDate.class);
        return new Bare(id, survey -> new Decided(plan.with(survey), opened, closed, decision, day, version));
    }

    private static Map<String, @Nullable Object> columns(Round round, Instant at) {
        Plan plan = round.plan();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", plan.id().value());
        columns.put("area", plan.area().value());
        columns.put("title", plan.title());
        columns.put("about", plan.about());
        columns.put("parts", plan.parts().toArray(String[]::new));
        columns.put("opensOn", plan.period().first());
        columns.put("closesOn", plan.period().last());
        columns.put("state", round.state().word());
        columns.put("version", round.version());
        columns.put("at", at.atOffset(UTC));
        columns.put("openedAt", null);
        columns.put("closedAt", null);
        columns.put("decidedOn", null);
        columns.put("decision", null);
        switch (round) {
            case Planned _ -> {}
            case Open open -> columns.put("openedAt", open.openedAt().atOffset(UTC));
            case Closed closed -> {
                columns.put("openedAt", closed.openedAt().atOffset(UTC));
                columns.put("closedAt", closed.closedAt().atOffset(UTC));
            }
            case Decided decided -> {
                columns.put("openedAt", decided.openedAt().atOffset(UTC));
                columns.put("closedAt", decided.closedAt().atOffset(UTC));
                columns.put("decidedOn", decided.decidedOn());
                columns.put("decision", decided.decision());
            }
        }
        return columns;
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(row.getObject("opens_on", LocalDate.class), row.getObject("closes_on", LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
