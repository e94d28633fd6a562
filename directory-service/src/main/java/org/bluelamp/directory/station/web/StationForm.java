package org.bluelamp.directory.station.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.station.OpeningHours;
import org.bluelamp.directory.station.Station;
import org.bluelamp.directory.station.StationDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which a station is entered or changed, as it was sent.
 *
 * @param version of the station that the person had before them; 0 for a new one
 * @param hours the times of each day from Monday on, as {@link TypedHours} reads them
 */
record StationForm(
        long version,

        @NotBlank(message = "Enter the station’s name")
        @Size(max = 120, message = "The name must be 120 characters or fewer")
        @Pattern(regexp = "[^<>]*", message = "Enter the name without the characters < and >")
        String name,

        @Size(max = 60, message = "The kind must be 60 characters or fewer")
        String kind,

        @Size(max = 300, message = "The address must be 300 characters or fewer")
        String address,

        String postcode,

        @Size(max = 40, message = "The telephone number must be 40 characters or fewer")
        String telephone,

        List<String> hours,

        @Size(max = 600, message = "The description must be 600 characters or fewer")
        String description) {

    StationForm {
        name = text(name);
        kind = text(kind);
        address = text(address);
        postcode = text(postcode);
        telephone = text(telephone);
        hours = week(hours);
        description = text(description);
    }

    /** All seven days, in a list that the binder may write to. */
    private static List<String> week(@Nullable List<String> sent) {
        List<String> week = new ArrayList<>();
        for (int day = 0; day < DayOfWeek.values().length; day++) {
            week.add(sent == null || day >= sent.size() ? "" : text(sent.get(day)));
        }
        return week;
    }

    static StationForm empty() {
        return new StationForm(0, "", "", "", "", "", weekOf(null), "");
    }

    static StationForm of(Station station) {
        StationDescription d = station.described();
        return new StationForm(
                station.version(),
                d.name(),
                text(d.kind()),
                text(d.address()),
                text(d.postcode()),
                text(d.telephone()),
                weekOf(d.opening()),
                text(d.description()));
    }

    StationForm atVersion(long newVersion) {
        return new StationForm(newVersion, name, kind, address, postcode, telephone, hours, description);
    }

    private static List<String> weekOf(@Nullable OpeningHours opening) {
        List<String> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(opening == null ? "" : TypedHours.write(opening.on(day)));
        }
        return week;
    }

    void check(Errors errors) {
        if (!postcode.isEmpty() && Postcode.read(postcode).isEmpty()) {
            errors.rejectValue("postcode", "postcode", "Enter a full postcode, like SG1 1AB");
        }
        for (int day = 0; day < hours.size(); day++) {
            Optional<List<OpeningHours.Span>> spans = TypedHours.read(hours.get(day));
            if (spans.isEmpty()) {
                errors.rejectValue(
                        "hours[" + day + "]",
                        "hours",
                        "Enter the times of " + TypedHours.name(DayOfWeek.of(day + 1))
                                + " like 9:00 to 17:00, “all day” or nothing");
            }
        }
        if (!errors.hasErrors()) {
            try {
                opening();
            } catch (IllegalArgumentException overlap) {
                errors.rejectValue(
                        "hours[0]", "overlap", "The times of a day must follow each other without overlapping");
            }
        }
    }

    /** What is to be saved, once {@link #check} found nothing. */
    StationDescription description(@Nullable Station before) {
        StationDescription was = before == null ? null : before.described();
        return new StationDescription(
                name,
                orNull(kind),
                orNull(address),
                Postcode.read(postcode).map(Postcode::toString).orElse(null),
                orNull(telephone),
                was == null ? null : was.longitude(),
                was == null ? null : was.latitude(),
                opening(),
                orNull(description));
    }

    /** Null when no day says anything: then nobody told. */
    private @Nullable OpeningHours opening() {
        if (hours.stream().allMatch(String::isEmpty)) {
            return null;
        }
        Map<DayOfWeek, List<OpeningHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int index = day.getValue() - 1;
            week.put(
                    day,
                    index < hours.size() ? TypedHours.read(hours.get(index)).orElseThrow() : List.of());
        }
        return new OpeningHours(week);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip().replace("\r\n", "\n");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
