package org.bluelamp.directory.scorecard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.meeting.Diary;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.priority.Priorities;
import org.bluelamp.directory.priority.Priority;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/**
 * How the promises of the Neighbourhood Policing Guarantee are kept: teams and meetings are this service's own, priorities
 * and answers are told by feedback-service. Each kind of fact is read once for all neighbourhoods.
 */
@Component
public class Scorecard {

    private static final Period AROUND = Period.ofMonths(3);

    private final Areas areas;
    private final Teams teams;
    private final Priorities priorities;
    private final Answers answers;
    private final Diary diary;
    private final HomeForce home;
    private final Clock clock;

    Scorecard(
            Areas areas,
            Teams teams,
            Priorities priorities,
            Answers answers,
            Diary diary,
            HomeForce home,
            Clock clock) {
        this.areas = areas;
        this.teams = teams;
        this.priorities = priorities;
        this.answers = answers;
        this.diary = diary;
        this.home = home;
        this.clock = clock;
    }

    /** The cards of all neighbourhoods of the own force, by name. */
    public List<Card> all() {
        Map<AreaCode, Team> byArea = teams.all().stream().collect(Collectors.toMap(Team::area, Function.identity()));
        Map<AreaCode, List<Priority>> worked = priorities.toldWithin(home.code());
        Map<AreaCode, AnswersMeasured> told = answers.within(home.code());
        Map<AreaCode, List<Occurrence>> dates = dates(home.code());
        return areas.all(AreaKind.NEIGHBOURHOOD, home.code()).stream()
                .map(area -> card(
                        area,
                        Optional.ofNullable(byArea.get(area.code())),
                        worked.getOrDefault(area.code(), List.of()),
                        Optional.ofNullable(told.get(area.code())),
                        dates.getOrDefault(area.code(), List.of())))
                .toList();
    }

    /** The card of one neighbourhood. */
    public Card of(Area area) {
        return card(
                area,
                teams.find(area.code()),
                priorities.told(area.code()),
                answers.of(area.code()),
                dates(area.code()).getOrDefault(area.code(), List.of()));
    }

    private Card card(
            Area area,
            Optional<Team> team,
            List<Priority> worked,
            Optional<AnswersMeasured> told,
            List<Occurrence> dates) {
        Instant now = clock.instant();
        return new Card(
                area,
                List.of(
                        Marking.contact(team.orElse(null)),
                        Marking.priorities(worked, LondonTime.date(now)),
                        Marking.answers(told.orElse(null), now),
                        Marking.meetings(dates, now)));
    }

    private Map<AreaCode, List<Occurrence>> dates(AreaCode within) {
        LocalDate today = LondonTime.date(clock.instant());
        Instant from = today.minus(AROUND).atStartOfDay(LondonTime.ZONE).toInstant();
        Instant to = today.plus(AROUND).atStartOfDay(LondonTime.ZONE).toInstant();
        return diary.between(within, from, to).stream()
                .filter(date -> !date.cancelled() && !date.meeting().cancelled())
                .collect(Collectors.groupingBy(date -> date.meeting().area()));
    }
}
