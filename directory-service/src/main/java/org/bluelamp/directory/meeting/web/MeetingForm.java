package org.bluelamp.directory.meeting.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bluelamp.directory.meeting.Hosts.Host;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.meeting.MeetingKind;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.Recurrence.Ending;
import org.bluelamp.directory.meeting.Recurrence.Monthly;
import org.bluelamp.directory.meeting.Recurrence.Weekly;
import org.bluelamp.directory.meeting.SafeHtml;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.form.TypedTime;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which staff enter and edit a meeting, as it was sent.
 *
 * @param version of the meeting that the person had before them; 0 for a new one
 * @param lastDay when it goes on over midnight or for days; empty for the day it starts
 * @param repeat one of {@link #ONCE}, {@link #WEEKLY}, {@link #MONTHLY}, {@link #MONTHLY_LAST}
 * @param ending one of {@link #NEVER}, {@link #UNTIL}, {@link #TIMES}; says nothing about what does not repeat
 * @param host id of a member of the team; empty for nobody
 */
record MeetingForm(
        long version,

        @NotBlank(message = "Enter what it is called")
        @Size(max = 120, message = "What it is called must be 120 characters or fewer")
        String title,

        @Size(max = 60, message = "Choose what kind it is") String kind,

        DateBoxes date,

        @NotBlank(message = "Enter the time it starts, for example 10am or 18:30")
        @Size(max = 20, message = "Enter the time it starts, for example 10am or 18:30")
        String starts,

        @Size(max = 20, message = "Enter the time it ends, for example 11:30am or 20:00")
        String ends,

        DateBoxes lastDay,

        String repeat,
        String every,
        String ending,
        DateBoxes until,
        String times,

        @NotBlank(message = "Enter where it takes place")
        @Size(max = 300, message = "Where it takes place must be 300 characters or fewer")
        String place,

        @Size(max = 4000, message = "What it is about must be 4,000 characters or fewer")
        String about,

        String host,

        @Email(message = "Enter an email address like name@example.com")
        @Size(max = 254, message = "The email address must be 254 characters or fewer")
        String email,

        @Size(max = 40, message = "The telephone number must be 40 characters or fewer")
        String telephone) {

    static final String ONCE = "once";
    static final String WEEKLY = "weekly";
    static final String MONTHLY = "monthly";
    static final String MONTHLY_LAST = "monthly-last";

    static final String NEVER = "never";
    static final String UNTIL = "until";
    static final String TIMES = "times";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** Nobody plans further than this many years ahead; a year further off is a slip. */
    private static final int YEARS = 5;

    MeetingForm {
        title = text(title);
        kind = text(kind);
        date = date == null ? DateBoxes.EMPTY : date;
        starts = text(starts);
        ends = text(ends);
        lastDay = lastDay == null ? DateBoxes.EMPTY : lastDay;
        repeat = text(repeat).isEmpty() ? ONCE : text(repeat);
        every = text(every);
        ending = text(ending).isEmpty() ? NEVER : text(ending);
        until = until == null ? DateBoxes.EMPTY : until;
        times = text(times);
        place = text(place);
        about = text(about);
        host = text(host);
        email = text(email);
        telephone = text(telephone);
    }

    /** An empty form. */
    static MeetingForm blank() {
        return new MeetingForm(
                0,
                "",
                MeetingKind.MEETING.key(),
                DateBoxes.EMPTY,
                "",
                "",
                DateBoxes.EMPTY,
                ONCE,
                "1",
                NEVER,
                DateBoxes.EMPTY,
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /** The form as it is first shown for what there is. */
    static MeetingForm of(Meeting meeting) {
        Schedule schedule = meeting.schedule();
        ZonedDateTime start = schedule.startsAt().atZone(Schedule.ZONE);
        ZonedDateTime end = schedule.endsAt() == null ? null : schedule.endsAt().atZone(Schedule.ZONE);
        Recurrence recurrence = schedule.recurrence();
        Ending stops = recurrence == null ? new Ending.Never() : recurrence.ending();
        return new MeetingForm(
                meeting.version(),
                meeting.title(),
                meeting.kind(),
                DateBoxes.of(start.toLocalDate()),
                TIME.format(start),
                end == null ? "" : TIME.format(end),
                end == null || end.toLocalDate().equals(start.toLocalDate())
                        ? DateBoxes.EMPTY
                        : DateBoxes.of(end.toLocalDate()),
                switch (recurrence) {
                    case null -> ONCE;
                    case Weekly _ -> WEEKLY;
                    case Monthly monthly -> monthly.nth() == Monthly.LAST ? MONTHLY_LAST : MONTHLY;
                },
                recurrence instanceof Weekly weekly ? String.valueOf(weekly.every()) : "1",
                switch (stops) {
                    case Ending.Never _ -> NEVER;
                    case Ending.Until _ -> UNTIL;
                    case Ending.After _ -> TIMES;
                },
                stops instanceof Ending.Until(LocalDate last) ? DateBoxes.of(last) : DateBoxes.EMPTY,
                stops instanceof Ending.After(int count) ? String.valueOf(count) : "",
                Objects.requireNonNullElse(meeting.place(), ""),
                meeting.description() == null ? "" : SafeHtml.text(meeting.description()),
                meeting.host() == null ? "" : meeting.host().toString(),
                meeting.contact().getOrDefault("email", ""),
                meeting.contact().getOrDefault("telephone", ""));
    }

    MeetingForm atVersion(long newVersion) {
        return new MeetingForm(
                newVersion,
                title,
                kind,
                date,
                starts,
                ends,
                lastDay,
                repeat,
                every,
                ending,
                until,
                times,
                place,
                about,
                host,
                email,
                telephone);
    }

    /**
     * What is to be saved; empty when something is wrong, which is then told at its field.
     *
     * @param before the meeting that is edited; null for a new one
     * @param team who may host it
     */
    Optional<MeetingDescription> read(Errors errors, @Nullable Meeting before, List<Host> team, Instant now) {
        if (MeetingKind.ofKey(kind).isEmpty()
                && (before == null || !before.kind().equals(kind))) {
            errors.rejectValue("kind", "unknown", "Choose what kind it is");
        }
        UUID chosen = host(team, errors);
        Schedule schedule = schedule(errors, before, now);
        if (schedule == null || errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(
                new MeetingDescription(title, description(before), kind, place, schedule, contact(before), chosen));
    }

    private @Nullable UUID host(List<Host> team, Errors errors) {
        if (host.isEmpty()) {
            return null;
        }
        for (Host one : team) {
            if (one.id().toString().equals(host)) {
                return one.id();
            }
        }
        errors.rejectValue("host", "unknown", "Choose somebody of the team");
        return null;
    }

    /** What was not touched keeps the HTML it came with. */
    private @Nullable String description(@Nullable Meeting before) {
        String html = before == null ? null : before.description();
        if (html != null && sameText(SafeHtml.text(html), about)) {
            return html;
        }
        return about.isEmpty() ? null : SafeHtml.ofText(about);
    }

    private static boolean sameText(String one, String other) {
        return one.lines().toList().equals(other.lines().toList());
    }

    /** What the form does not ask about stays. */
    private Map<String, String> contact(@Nullable Meeting before) {
        Map<String, String> contact = before == null ? new TreeMap<>() : new TreeMap<>(before.contact());
        put(contact, "email", email);
        put(contact, "telephone", telephone);
        return contact;
    }

    private static void put(Map<String, String> contact, String key, String value) {
        if (value.isEmpty()) {
            contact.remove(key);
        } else {
            contact.put(key, value);
        }
    }

    private @Nullable Schedule schedule(Errors errors, @Nullable Meeting before, Instant now) {
        LocalDate first = date.read(errors, "date", "The date");
        LocalTime from = time(errors, "starts", starts, "Enter the time it starts, for example 10am or 18:30");
        LocalTime to = time(errors, "ends", ends, "Enter the time it ends, for example 11:30am or 20:00");
        LocalDate last = lastDay.isEmpty() ? first : lastDay.read(errors, "lastDay", "The last day");
        if (first == null || from == null || last == null || !ends.isEmpty() && to == null) {
            return null;
        }
        if (!lastDay.isEmpty() && to == null) {
            errors.rejectValue("ends", "missing", "Enter the time it ends on the last day");
            return null;
        }
        Instant startsAt = instant(errors, "starts", first, from);
        Instant endsAt = to == null ? null : instant(errors, "ends", last, to);
        if (startsAt == null || to != null && endsAt == null) {
            return null;
        }
        if (endsAt != null && !endsAt.isAfter(startsAt)) {
            errors.rejectValue("ends", "order", "It must end after it starts");
            return null;
        }
        if (last.isAfter(first.plusDays(30))) {
            errors.rejectValue("lastDay", "long", "It can last 31 days at most. For more let it repeat");
            return null;
        }
        boolean unchanged = before != null && before.schedule().startsAt().equals(startsAt);
        if (!unchanged && startsAt.isBefore(now)) {
            errors.rejectValue("date", "past", "The date and time it starts must be in the future");
            return null;
        }
        if (first.isAfter(now.atZone(Schedule.ZONE).toLocalDate().plusYears(YEARS))) {
            errors.rejectValue("date", "far", "The date must be within the next " + YEARS + " years");
            return null;
        }
        if (repeat.equals(ONCE)) {
            return Schedule.once(startsAt, endsAt);
        }
        Ending stops = stops(errors, first);
        Recurrence recurrence = stops == null ? null : recurrence(errors, first, stops);
        return recurrence == null ? null : new Schedule(startsAt, endsAt, recurrence);
    }

    private static @Nullable LocalTime time(Errors errors, String field, String typed, String message) {
        if (typed.isEmpty()) {
            return null;
        }
        LocalTime time = TypedTime.read(typed).orElse(null);
        if (time == null) {
            errors.rejectValue(field, "time", message);
        }
        return time;
    }

    /** A time that the clocks skip in spring is no time at which anybody can meet. */
    private static @Nullable Instant instant(Errors errors, String field, LocalDate day, LocalTime time) {
        LocalDateTime typed = LocalDateTime.of(day, time);
        ZonedDateTime there = typed.atZone(Schedule.ZONE);
        if (!there.toLocalDateTime().equals(typed)) {
            errors.rejectValue(
                    field,
                    "skipped",
                    "There is no " + TIME.format(time) + " on " + DAY.format(day)
                            + ": the clocks go forward at that time. Enter another time");
            return null;
        }
        return there.toInstant();
    }

    private @Nullable Ending stops(Errors errors, LocalDate first) {
        switch (ending) {
            case NEVER -> {
                return new Ending.Never();
            }
            case UNTIL -> {
                LocalDate last = until.read(errors, "until", "The last date");
                if (last != null && last.isBefore(first)) {
                    errors.rejectValue("until", "order", "The last date must not be before the first");
                    return null;
                }
                return last == null ? null : new Ending.Until(last);
            }
            case TIMES -> {
                Integer count = number(errors, "times", times, 2, 500, "Enter how many times it takes place, 2 to 500");
                return count == null ? null : new Ending.After(count);
            }
            default -> {
                errors.rejectValue("ending", "unknown", "Choose when it stops repeating");
                return null;
            }
        }
    }

    private @Nullable Recurrence recurrence(Errors errors, LocalDate first, Ending stops) {
        String weekday = first.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
        switch (repeat) {
            case WEEKLY -> {
                Integer weeks = number(errors, "every", every, 1, 52, "Enter every how many weeks, 1 to 52");
                return weeks == null ? null : new Weekly(weeks, stops);
            }
            case MONTHLY -> {
                int nth = (first.getDayOfMonth() - 1) / 7 + 1;
                if (nth > 4) {
                    errors.rejectValue(
                            "repeat",
                            "fifth",
                            "Not every month has a fifth " + weekday + ". Choose the last " + weekday
                                    + " of the month, or another first date");
                    return null;
                }
                return new Monthly(nth, first.getDayOfWeek(), stops);
            }
            case MONTHLY_LAST -> {
                Monthly monthly = new Monthly(Monthly.LAST, first.getDayOfWeek(), stops);
                if (!monthly.fits(first)) {
                    errors.rejectValue(
                            "repeat",
                            "last",
                            DAY.format(first) + " is not the last " + weekday
                                    + " of its month. Change the date or how it repeats");
                    return null;
                }
                return monthly;
            }
            default -> {
                errors.rejectValue("repeat", "unknown", "Choose whether it repeats");
                return null;
            }
        }
    }

    private static @Nullable Integer number(
            Errors errors, String field, String typed, int least, int most, String message) {
        try {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told like a number that is out of range.
        }
        errors.rejectValue(field, "number", message);
        return null;
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
