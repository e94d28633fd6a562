package org.bluelamp.directory.team.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluelamp.directory.team.Cover;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What the forms about teams have in common: reading what was sent. */
final class Sent {

    /** As browsers send a date, or as people type one. */
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})[ ./-](\\d{1,2})[ ./-](\\d{4})");

    private Sent() {}

    /** Why it cannot be a team, for the top of the form. */
    static String reason(IllegalArgumentException noTeam) {
        return Objects.requireNonNullElse(noTeam.getMessage(), "No team can be so");
    }

    static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip().replace("\r\n", "\n");
    }

    static boolean isRank(String key) {
        return Arrays.stream(Rank.values()).anyMatch(rank -> rank.key().equals(key));
    }

    static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher typed = TYPED.matcher(text);
        try {
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            return typed.matches()
                    ? Optional.of(LocalDate.of(number(typed, 3), number(typed, 2), number(typed, 1)))
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** What is sent of a cover; null when nothing is. */
    static @Nullable Cover cover(String by, String note, String until) {
        return by.isEmpty() && note.isEmpty()
                ? null
                : new Cover(id(by).orElse(null), note, date(until).orElse(null));
    }

    /**
     * Says what is wrong with a cover.
     *
     * @param at where its fields are, for example {@code posts[0].}
     * @param covered the person who is covered; null for a vacant post
     */
    static void checkCover(
            Errors errors,
            String at,
            String by,
            String note,
            String until,
            Team team,
            @Nullable UUID covered,
            LocalDate today) {
        if (!by.isEmpty()) {
            Optional<UUID> who = id(by);
            if (who.isEmpty() || team.member(who.get()).isEmpty()) {
                errors.rejectValue(at + "coverBy", "unknown", "Choose a colleague from the list");
            } else if (who.get().equals(covered)) {
                errors.rejectValue(at + "coverBy", "self", "Choose somebody else: nobody stands in for themselves");
            }
        }
        if (until.isEmpty()) {
            return;
        }
        Optional<LocalDate> day = date(until);
        if (day.isEmpty()) {
            errors.rejectValue(at + "until", "date", "Enter the last day as a real date, like 3/5/" + today.getYear());
        } else if (day.get().isBefore(today)) {
            errors.rejectValue(at + "until", "past", "The last day must be today or later");
        } else if (!day.get().isBefore(today.plusYears(1))) {
            errors.rejectValue(at + "until", "far", "The last day must be within a year");
        } else if (by.isEmpty() && note.isEmpty()) {
            errors.rejectValue(
                    at + "coverBy", "NotBlank", "Choose who stands in until then, or write what is to be known");
        }
    }
}
