package org.bluelamp.feedback.insight.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.feedback.insight.Span;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.form.DateBoxes;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody wants to look at, as words in an address. A word that means nothing is as good as none.
 *
 * @param area code of an area; empty for the widest of one's own
 * @param period code of a {@link Period}; not asked for when days are given
 * @param theme code of the theme on the map; empty for all
 * @param from the first day, as typed
 * @param to the last day, as typed
 */
public record InsightFilter(String area, String period, String theme, DateBoxes from, DateBoxes to) {

    /** Takes what a browser sent. */
    public InsightFilter(
            @Nullable String area,
            @Nullable String period,
            @Nullable String theme,
            @Nullable DateBoxes from,
            @Nullable DateBoxes to) {
        this.area = Objects.requireNonNullElse(area, "");
        this.period = Objects.requireNonNullElse(period, "");
        this.theme = Objects.requireNonNullElse(theme, "");
        this.from = Objects.requireNonNullElse(from, DateBoxes.EMPTY);
        this.to = Objects.requireNonNullElse(to, DateBoxes.EMPTY);
    }

    /** The area that was asked for; empty when none was. */
    Optional<AreaCode> areaCode() {
        try {
            return area.isEmpty() ? Optional.empty() : Optional.of(new AreaCode(area));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether days of one's own are asked for. */
    boolean ownDays() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /** The days to look at; when those typed are not right, that is told at the field, and it is the usual period. */
    Span span(LocalDate today, Errors errors) {
        Span usual = Span.upTo(today, Period.of(period).days());
        if (!ownDays()) {
            return usual;
        }
        @Nullable LocalDate first = from.read(errors, "from", "The first day");
        @Nullable LocalDate last = to.read(errors, "to", "The last day");
        if (first == null || last == null) {
            return usual;
        }
        if (last.isBefore(first)) {
            errors.rejectValue("to", "order", "The last day must be the first day or later");
        } else if (first.plusDays(Span.LONGEST).isBefore(last.plusDays(1))) {
            errors.rejectValue("to", "long", "Choose at most a year");
        } else if (last.isAfter(today)) {
            errors.rejectValue("to", "future", "The last day must be today or in the past");
        } else if (first.isBefore(today.minusDays(Span.LONGEST))) {
            errors.rejectValue("from", "old", "The first day must be within the last year");
        } else {
            return new Span(first, last);
        }
        return usual;
    }
}
