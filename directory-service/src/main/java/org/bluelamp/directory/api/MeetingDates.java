package org.bluelamp.directory.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.meeting.Diary;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.HomeForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dates of meetings that programs ask for. */
@Component
class MeetingDates {

    private static final int MOST_DAYS = 366;
    private static final int USUAL_DAYS = 90;

    private final Diary diary;
    private final Areas areas;
    private final HomeForce home;
    private final Clock clock;

    MeetingDates(Diary diary, Areas areas, HomeForce home, Clock clock) {
        this.diary = diary;
        this.areas = areas;
        this.home = home;
        this.clock = clock;
    }

    /**
     * What was asked for.
     *
     * @param from the first day, in Europe/London
     * @param to the last day
     * @param all the dates, in order
     */
    record Found(LocalDate from, LocalDate to, List<Occurrence> all) {}

    /**
     * @param within code of an area; null for the whole force
     * @param from null for today
     * @param to null for 90 days later
     * @throws org.springframework.web.ErrorResponseException when one of them cannot be used
     */
    Found find(@Nullable String within, @Nullable String from, @Nullable String to) {
        AreaCode area = within == null ? home.code() : Given.code("within", within);
        if (areas.find(area).isEmpty()) {
            throw Problems.notFound("within", "There is no such area");
        }
        LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), Schedule.ZONE) : day("from", from);
        LocalDate last = to == null ? first.plusDays(USUAL_DAYS) : day("to", to);
        if (last.isBefore(first)) {
            throw Problems.badParameter("to", "The last day is not before the first");
        }
        if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw Problems.badParameter("to", "The last day is a year after the first at most");
        }
        return new Found(
                first,
                last,
                diary.between(
                        area,
                        first.atStartOfDay(Schedule.ZONE).toInstant(),
                        last.plusDays(1).atStartOfDay(Schedule.ZONE).toInstant()));
    }

    private static LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Told below like a day in a year that nobody means.
        }
        throw Problems.badParameter(parameter, "This is a day such as 2027-05-04");
    }
}
