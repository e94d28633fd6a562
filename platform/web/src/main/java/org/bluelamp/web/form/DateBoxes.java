package org.bluelamp.web.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A date as it was typed into three boxes; a month may be a number or a word. */
public record DateBoxes(String day, String month, String year) {

    public DateBoxes {
        day = day == null ? "" : day.strip();
        month = month == null ? "" : month.strip();
        year = year == null ? "" : year.strip();
    }

    /** Nothing typed. */
    public static final DateBoxes EMPTY = new DateBoxes("", "", "");

    /** The date as the boxes show it; nothing for null. */
    public static DateBoxes of(@Nullable LocalDate date) {
        return date == null
                ? EMPTY
                : new DateBoxes(
                        String.valueOf(date.getDayOfMonth()),
                        String.valueOf(date.getMonthValue()),
                        String.valueOf(date.getYear()));
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /**
     * The date; null when it is none, which is then told at the field.
     *
     * @param what the date is, as a sentence begins, for example "The date"
     */
    public @Nullable LocalDate read(Errors errors, String field, String what) {
        List<String> missing = new ArrayList<>();
        if (day.isEmpty()) {
            missing.add("day");
        }
        if (month.isEmpty()) {
            missing.add("month");
        }
        if (year.isEmpty()) {
            missing.add("year");
        }
        if (!missing.isEmpty()) {
            errors.rejectValue(field, "missing", what + " must include a " + String.join(" and a ", missing));
            return null;
        }
        try {
            int number = Integer.parseInt(year);
            if (number < 1000) {
                errors.rejectValue(field, "year", what + " must include a year with four numbers");
                return null;
            }
            return LocalDate.of(number, monthNumber(), Integer.parseInt(day));
        } catch (NumberFormatException | DateTimeException noDate) {
            errors.rejectValue(
                    field, "real", what + " must be a real date: there is no " + day + " " + month + " " + year);
            return null;
        }
    }

    /** @throws NumberFormatException when it is neither a number nor a month's name */
    private int monthNumber() {
        for (Month one : Month.values()) {
            String name = one.getDisplayName(TextStyle.FULL, Locale.UK);
            if (month.length() >= 3 && name.toLowerCase(Locale.UK).startsWith(month.toLowerCase(Locale.UK))) {
                return one.getValue();
            }
        }
        return Integer.parseInt(month);
    }
}
