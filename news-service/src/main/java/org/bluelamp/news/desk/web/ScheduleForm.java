package org.bluelamp.news.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.form.TypedTime;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** When an article is to become public, as it was typed. */
public record ScheduleForm(DateBoxes date, String time) {

    private static final int MOST_DAYS = 365;

    /** Takes what a browser sent; what it left out is empty. */
    public ScheduleForm(@Nullable DateBoxes date, @Nullable String time) {
        this.date = Objects.requireNonNullElse(date, DateBoxes.EMPTY);
        this.time = Objects.requireNonNullElse(time, "");
    }

    static ScheduleForm blank() {
        return new ScheduleForm(null, null);
    }

    /** The moment, by the clock here; empty when there is none, which is then told at the field. */
    Optional<Instant> read(Instant now, Errors errors) {
        LocalDate day = date.read(errors, "date", "The day");
        Optional<LocalTime> at = TypedTime.read(time);
        if (at.isEmpty()) {
            errors.rejectValue("time", "shape", "Enter a time, for example 10am or 18:30");
        }
        if (day == null || at.isEmpty()) {
            return Optional.empty();
        }
        ZonedDateTime moment = day.atTime(at.get()).atZone(LondonTime.ZONE);
        if (!moment.toLocalTime().equals(at.get())) {
            errors.rejectValue("time", "gap", "The clocks go forward at that time. Enter another time");
        } else if (!moment.toInstant().isAfter(now)) {
            errors.rejectValue("date", "past", "The day and time must be in the future");
        } else if (day.isAfter(LondonTime.date(now).plusDays(MOST_DAYS))) {
            errors.rejectValue("date", "far", "The day must be within the next year");
        } else {
            return Optional.of(moment.toInstant());
        }
        return Optional.empty();
    }
}
