package org.bluelamp.feedback.council;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.FeedbackProperties;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is handed over to councils, and what became of it. A report is in the hands of one replica at a time. */
@Repository
public class CouncilReports {

    /** Longer than one call may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 10;

    private final JdbcClient jdbc;
    private final Councils councils;
    private final Themes themes;
    private final ContactIntake cases;
    private final CouncilSettings settings;
    private final FeedbackProperties links;
    private final Clock clock;

    CouncilReports(
            JdbcClient jdbc,
            Councils councils,
            Themes themes,
            ContactIntake cases,
            CouncilSettings settings,
            FeedbackProperties links,
            Clock clock) {
        this.jdbc = jdbc;
        this.councils = councils;
        this.themes = themes;
        this.cases = cases;
        this.settings = settings;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Hands over what of a new concern is the council's, in the transaction that keeps it. When all of it is, its case is
     * closed with that reason: the team has nothing to answer, unless the council cannot be reached.
     *
     * @param neighbourhood the neighbourhood of the concern
     * @param chosen codes of its themes
     * @param real whether a person wrote it, as far as we can tell; a program's words are not passed on
     */
    @Transactional
    public void handOver(UUID caseId, Reference reference, AreaCode neighbourhood, Set<String> chosen, boolean real) {
        Set<String> theirs = themes.all().stream()
                .filter(Theme::council)
                .map(Theme::code)
                .filter(chosen::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        if (theirs.isEmpty() || !real) {
            return;
        }
        boolean whole = theirs.size() == chosen.size();
        AreaCode district =
                neighbourhood.down().get(Math.min(1, neighbourhood.down().size() - 1));
        Optional<Council> council = councils.of(district);
        // Only what is the council's alone is passed on: the rest of a mixed text is for the police.
        boolean sent = whole
                && council.filter(one -> theirs.stream().anyMatch(one::takes)).isPresent();
        OffsetDateTime now = clock.instant().atOffset(UTC);
        jdbc.sql("""
                        insert into council_report (case_id, district_code, themes, whole, state, next_at, give_up_at,
                                                    settled_at)
                        values (:case, :district, :themes, :whole, :state, :now, :giveUpAt, :settledAt)""")
                .param("case", caseId)
                .param("district", district.value())
                .param("themes", theirs.toArray(String[]::new))
                .param("whole", whole)
                .param("state", sent ? "waiting" : "shown")
                .param("now", now)
                .param("giveUpAt", now.plus(settings.giveUpAfter()))
                .param("settledAt", sent ? null : now)
                .update();
        if (whole) {
            cases.leaveToCouncil(reference);
        }
    }

    /** What of a concern is the council's; empty when nothing is. */
    public Optional<CouncilReport> of(Reference concern) {
        return jdbc.sql("""
                        select coalesce(k.name, 'Your council') as council, coalesce(k.report_url, :findCouncil) as url,
                               (select string_agg(t.name, ', ' order by t.position)
                                  from theme t where t.code = any (r.themes)) as themes,
                               r.whole, r.state, r.receipt, r.settled_at
                          from council_report r
                          join "case" c on c.id = r.case_id
                          left join council k on k.district_code = r.district_code
                         where c.reference = :reference""")
                .param("findCouncil", links.findCouncil().toString())
                .param("reference", concern.value())
                .query((row, n) -> {
                    @Nullable OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
                    return new CouncilReport(
                            row.getString("council"),
                            row.getString("url"),
                            row.getString("themes"),
                            row.getBoolean("whole"),
                            CouncilReport.State.of(row.getString("state")),
                            row.getString("receipt"),
                            settled == null ? null : settled.toInstant());
                })
                .optional();
    }

    /**
     * A report in hand, to be sent.
     *
     * @param caseId whose it is
     * @param reference what the resident quotes
     * @param district whose council gets it
     * @param themes codes of the themes that are the council's
     * @param text the words, as typed
     * @param place where; may be empty
     * @param times when; may be empty
     * @param areaName the neighbourhood's name
     * @param lat latitude in degrees; null when no place on the map was given
     * @param lng longitude in degrees; null when no place on the map was given
     * @param attempts how often it was tried
     * @param giveUpAt until when it is tried
     */
    record Due(
            UUID caseId,
            Reference reference,
            AreaCode district,
            List<String> themes,
            String text,
            String place,
            String times,
            String areaName,
            @Nullable Double lat,
            @Nullable Double lng,
            int attempts,
            Instant giveUpAt) {

        /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "Due[" + reference + "]";
        }
    }

    /** Takes reports into hand that are due and that nobody has in hand. */
    @Transactional
    public List<Due> lease() {
        OffsetDateTime now = clock.instant().atOffset(UTC);
        return jdbc.sql("""
                        with mine as (
                            update council_report
                               set leased_until = :until
                             where case_id in (select case_id
                                                 from council_report
                                                where state = 'waiting' and next_at <= :now and leased_until <= :now
                                                order by next_at
                                                limit :atOnce
                                                  for update skip locked)
                            returning case_id, district_code, themes, attempts, give_up_at)
                        select m.case_id, co.reference, m.district_code, m.themes, co.text, co.place, co.times,
                               coalesce(a.name, co.area_code) as area_name, co.lat, co.lng, m.attempts, m.give_up_at
                          from mine m
                          join concern co on co.case_id = m.case_id
                          left join area a on a.code = co.area_code""")
                .param("until", now.plus(LEASE))
                .param("now", now)
                .param("atOnce", AT_ONCE)
                .query((row, n) -> new Due(
                        row.getObject("case_id", UUID.class),
                        new Reference(row.getString("reference")),
                        new AreaCode(row.getString("district_code")),
                        List.of((String[]) row.getArray("themes").getArray()),
                        row.getString("text"),
                        row.getString("place"),
                        row.getString("times"),
                        row.getString("area_name"),
                        row.getObject("lat", Double.class),
                        row.getObject("lng", Double.class),
                        row.getInt("attempts"),
                        row.getObject("give_up_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The council has it. */
    @Transactional
    public void sent(Due report, @Nullable String receipt) {
        settle(report, "sent", receipt, "");
    }

    /** It could not be sent: the team answers after all, and the resident is told where to report it. */
    @Transactional
    public void givenUp(Due report, String why) {
        settle(report, "given-up", null, why);
        cases.backFromCouncil(report.reference());
    }

    /** It is tried again later, or given up when it was tried for long enough. */
    @Transactional
    public void later(Due report, String why) {
        Instant next = clock.instant().plus(settings.pauseAfter(report.attempts() + 1));
        if (next.isAfter(report.giveUpAt())) {
            givenUp(report, why);
            return;
        }
        jdbc.sql("""
                        update council_report
                           set attempts = attempts + 1, next_at = :next, leased_until = '-infinity', last_answer = :why
                         where case_id = :case and state = 'waiting'""")
                .param("next", next.atOffset(UTC))
                .param("why", why)
                .param("case", report.caseId())
                .update();
    }

    private void settle(Due report, String state, @Nullable String receipt, String why) {
        jdbc.sql("""
                        update council_report
                           set state = :state, attempts = attempts + 1, receipt = :receipt, last_answer = :why,
                               settled_at = :now
                         where case_id = :case and state = 'waiting'""")
                .param("state", state)
                .param("receipt", receipt)
                .param("why", why)
                .param("now", clock.instant().atOffset(UTC))
                .param("case", report.caseId())
                .update();
    }
}
