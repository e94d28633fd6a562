package org.bluelamp.feedback.council;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.FeedbackProperties;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.notice.Move;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.feedback.wording.Personal;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is handed over to councils, and what became of it. A report is in the hands of one replica at a time: what came of
 * it is written down only while its lease is the one it was taken with.
 */
@Repository
public class CouncilReports {

    /**
     * In SQL, whether all of the concern {@code c} is the council's and its report was not given up, so that the team has
     * nothing to do with it.
     */
    public static final String ALL_THE_COUNCILS = """
            exists (select from council_report r
                     where r.case_id = c.case_id and r.whole and r.state <> 'given-up')
            """;

    /** Longer than one call may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Councils councils;
    private final Themes themes;
    private final ContactIntake cases;
    private final Notices notices;
    private final CouncilSettings settings;
    private final FeedbackProperties links;
    private final Clock clock;

    CouncilReports(
            JdbcClient jdbc,
            Councils councils,
            Themes themes,
            ContactIntake cases,
            Notices notices,
            CouncilSettings settings,
            FeedbackProperties links,
            Clock clock) {
        this.jdbc = jdbc;
        this.councils = councils;
        this.themes = themes;
        this.cases = cases;
        this.notices = notices;
        this.settings = settings;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Hands over what of a new concern is the council's, in the transaction that keeps it. Its case stays with the team
     * until the council has it, so that a person sees what nobody else has taken.
     *
     * @param neighbourhood the neighbourhood of the concern
     * @param chosen codes of its themes
     * @param real whether a person wrote it, as far as we can tell, and it speaks of no danger; nothing else is passed on
     */
    @Transactional
    public void handOver(UUID caseId, AreaCode neighbourhood, Set<String> chosen, boolean real) {
        Set<String> theirs = themes.all().stream()
                .filter(Theme::council)
                .map(Theme::code)
                .filter(chosen::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        if (theirs.isEmpty() || !real) {
            return;
        }
        boolean whole = theirs.size() == chosen.size();
        AreaCode district = Councils.district(neighbourhood);
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
     * @param text the words, without what may say who somebody is
     * @param place where; may be empty
     * @param times when; may be empty
     * @param areaName the neighbourhood's name
     * @param lat latitude in degrees; null when no place on the map was given
     * @param lng longitude in degrees; null when no place on the map was given
     * @param whole whether all of the concern is the council's
     * @param unwanted whether a person says that it is nothing, or that a program wrote it
     * @param attempts how often it was tried
     * @param giveUpAt until when it is tried
     * @param leasedUntil until when it is in this hand, by which the hand is known
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
            boolean whole,
            boolean unwanted,
            int attempts,
            Instant giveUpAt,
            OffsetDateTime leasedUntil) {

        /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "Due[" + reference + "]";
        }
    }

    /**
     * Takes a report into hand that is due and that nobody has in hand, one at a time, so that the lease is for one call.
     * A council that was sent its share of the hour is left alone until the hour has passed; meanwhile the team has the
     * cases.
     */
    @Transactional
    public Optional<Due> lease() {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(UTC);
        OffsetDateTime until = now.plus(LEASE);
        return jdbc.sql("""
                        with mine as (
                            update council_report
                               set leased_until = :until
                             where case_id in (select r.case_id
                                                 from council_report r
                                                where r.state = 'waiting' and r.next_at <= :now and r.leased_until <= :now
                                                  and r.district_code not in (
                                                      select district_code
                                                        from council_report
                                                       where state = 'sent' and settled_at > :anHourAgo
                                                       group by district_code
                                                      having count(*) >= :mostAnHour)
                                                order by r.next_at
                                                limit 1
                                                  for update skip locked)
                            returning case_id, district_code, themes, whole, attempts, give_up_at)
                        select m.case_id, co.reference, m.district_code, m.themes, co.text, co.place, co.times,
                               coalesce(a.name, co.area_code) as area_name, co.lat, co.lng, m.whole,
                               c.set_aside is not null or coalesce(c.closing, '') in ('no-message', 'hoax') as unwanted, m.attempts,
                               m.give_up_at
                          from mine m
                          join "case" c on c.id = m.case_id
                          join concern co on co.case_id = m.case_id
                          left join area a on a.code = co.area_code""")
                .param("until", until)
                .param("now", now)
                .param("anHourAgo", now.minus(HOUR))
                .param("mostAnHour", settings.mostAnHour())
                .query((row, n) -> new Due(
                        row.getObject("case_id", UUID.class),
                        new Reference(row.getString("reference")),
                        new AreaCode(row.getString("district_code")),
                        List.of((String[]) row.getArray("themes").getArray()),
                        Personal.redacted(row.getString("text"), Personal.ADDRESS),
                        // A postcode says where it is, which the council must know.
                        Personal.redacted(row.getString("place"), Personal.POSTCODE, Personal.ADDRESS),
                        Personal.redacted(row.getString("times"), Personal.ADDRESS),
                        row.getString("area_name"),
                        row.getObject("lat", Double.class),
                        row.getObject("lng", Double.class),
                        row.getBoolean("whole"),
                        row.getBoolean("unwanted"),
                        row.getInt("attempts"),
                        row.getObject("give_up_at", OffsetDateTime.class).toInstant(),
                        until))
                .optional();
    }

    /** The council has it, and its sender hears of that: when all of it is the council's, the team has nothing to answer. */
    @Transactional
    public void sent(Due report, @Nullable String receipt) {
        if (settle(report, "sent", receipt, "")) {
            if (report.whole()) {
                cases.leaveToCouncil(report.reference());
            }
            notices.ofCases(
                    List.of(report.caseId()),
                    Move.HANDED_TO_COUNCIL,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** It could not be sent: the team answers, and the resident is told where to report it. */
    @Transactional
    public void givenUp(Due report, String why) {
        if (settle(report, "given-up", null, why)) {
            cases.backFromCouncil(report.reference());
        }
    }

    /** The council is away: whatever else waits for it is not tried at once, so that other councils have their turn. */
    @Transactional
    public void away(Due report, String why) {
        later(report, why);
        jdbc.sql("""
                        update council_report
                           set next_at = :next
                         where district_code = :district and state = 'waiting' and next_at < :next
                           and leased_until <= :now""")
                .param("next", clock.instant().plus(settings.pauseAfter(1)).atOffset(UTC))
                .param("district", report.district().value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
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
                         where case_id = :case and state = 'waiting' and leased_until = :lease""")
                .param("next", next.atOffset(UTC))
                .param("why", why)
                .param("case", report.caseId())
                .param("lease", report.leasedUntil())
                .update();
    }

    /** Whether it was settled: not by a hand whose lease has ended and that another one has taken it from. */
    private boolean settle(Due report, String state, @Nullable String receipt, String why) {
        return jdbc.sql("""
                        update council_report
                           set state = :state, attempts = attempts + 1, receipt = :receipt, last_answer = :why,
                               settled_at = :now
                         where case_id = :case and state = 'waiting' and leased_until = :lease""")
                        .param("state", state)
                        .param("receipt", receipt)
                        .param("why", why)
                        .param("now", clock.instant().atOffset(UTC))
                        .param("case", report.caseId())
                        .param("lease", report.leasedUntil())
                        .update()
                == 1;
    }
}
