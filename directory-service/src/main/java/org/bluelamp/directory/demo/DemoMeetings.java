package org.bluelamp.directory.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.Recurrence.Ending;
import org.bluelamp.directory.meeting.Recurrence.Monthly;
import org.bluelamp.directory.meeting.Recurrence.Weekly;
import org.bluelamp.directory.meeting.SafeHtml;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Meetings of most teams, from {@code meetings.csv}. They count from the day they are loaded: those that repeat began
 * some months before and go on, so that there are always past and coming ones; the others are some weeks away.
 */
@Component
class DemoMeetings {

    private static final int MONTHS_BEFORE = 3;
    private static final int WEEKS_BEFORE = 12;

    private final Teams teams;
    private final Clock clock;

    DemoMeetings(Teams teams, Clock clock) {
        this.teams = teams;
        this.clock = clock;
    }

    Map<AreaCode, List<MeetingDescription>> described() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Schedule.ZONE);
        Map<AreaCode, List<MeetingDescription>> all = new LinkedHashMap<>();
        for (CsvFile.Row row : CsvFile.rows("demo/hertfordshire/meetings.csv")) {
            AreaCode area = new AreaCode(row.get("area"));
            all.computeIfAbsent(area, code -> new ArrayList<>())
                    .add(new MeetingDescription(
                            row.get("title"),
                            SafeHtml.ofText(row.get("about")),
                            row.get("kind"),
                            row.get("place"),
                            schedule(row, today),
                            Map.of(),
                            teams.find(area)
                                    .map(team -> host(team, row.get("host")))
                                    .orElse(null)));
        }
        return all;
    }

    /** The column {@code repeat}: weekly, a number of weeks, month:NTH or month:last, or once:WEEKS from now. */
    private static Schedule schedule(CsvFile.Row row, LocalDate today) {
        DayOfWeek day = DayOfWeek.valueOf(row.get("day").toUpperCase(Locale.ROOT));
        String[] repeat = row.get("repeat").split(":", 2);
        LocalDate nextDay = today.with(TemporalAdjusters.next(day));
        return switch (repeat[0]) {
            case "once" -> at(nextDay.plusWeeks(Integer.parseInt(repeat[1])), row, null);
            case "month" -> {
                int nth = repeat[1].equals("last") ? Monthly.LAST : Integer.parseInt(repeat[1]);
                Monthly monthly = new Monthly(nth, day, new Ending.Never());
                yield at(monthly.date(YearMonth.from(today).atDay(1), -MONTHS_BEFORE), row, monthly);
            }
            default ->
                at(
                        nextDay.minusWeeks(WEEKS_BEFORE),
                        row,
                        new Weekly(repeat[0].equals("weekly") ? 1 : Integer.parseInt(repeat[0]), new Ending.Never()));
        };
    }

    private static Schedule at(LocalDate date, CsvFile.Row row, @Nullable Recurrence recurrence) {
        Instant start = date.atTime(LocalTime.parse(row.get("starts")))
                .atZone(Schedule.ZONE)
                .toInstant();
        Duration length = Duration.ofMinutes(Long.parseLong(row.get("minutes")));
        return new Schedule(start, start.plus(length), recurrence);
    }

    /** The column {@code host}: lead, named-contact, or pcso for the first of them. */
    private static @Nullable UUID host(Team team, String who) {
        return switch (who) {
            case "lead" -> team.lead().map(Member::id).orElse(null);
            case "pcso" ->
                team.members().stream()
                        .filter(member -> member.rank() == Rank.PCSO)
                        .map(Member::id)
                        .findFirst()
                        .orElse(null);
            default -> team.firstContact().map(Member::id).orElse(null);
        };
    }
}
