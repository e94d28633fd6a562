package org.bluelamp.alerts.subscription.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.alerts.area.Postcodes;
import org.bluelamp.alerts.area.TypedPoint;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.alerts.preference.LeastSeverity;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads where a place of somebody's own is, and says at each field what is not right yet. What is typed is not kept. */
@Component
class PlaceReader {

    private final Postcodes postcodes;
    private final OwnPlaces places;

    PlaceReader(Postcodes postcodes, OwnPlaces places) {
        this.postcodes = postcodes;
        this.places = places;
    }

    /** The place, a new one; empty when something is wrong, which is then told in the errors. */
    Optional<OwnPlace> read(PlaceForm form, Errors errors) {
        var drawn = !text(form.corners()).isBlank();
        var place = drawn ? drawn(text(form.corners()), errors) : circle(form, errors);
        if (place.isPresent() && !places.liesHere(place.get())) {
            errors.rejectValue(
                    drawn ? "corners" : "middle",
                    "elsewhere",
                    "This place is outside our force area, so there will not be any alerts for it");
            return Optional.empty();
        }
        return place;
    }

    /** What it is called; null when nothing was entered, or something is wrong, which is then told in the errors. */
    static @Nullable String name(@Nullable String typed, Errors errors) {
        var name = text(typed).strip();
        if (!OwnPlace.canBeName(name)) {
            errors.rejectValue(
                    "name",
                    "shape",
                    "Enter a name of " + OwnPlace.LONGEST_NAME
                            + " characters or fewer, with letters, numbers, spaces, commas, brackets and hyphens only");
            return null;
        }
        return name.isEmpty() ? null : name;
    }

    /** Which alerts; empty when it is none that there is. */
    static Optional<LeastSeverity> leastSeverity(@Nullable String typed, Errors errors) {
        var severity = LeastSeverity.of(text(typed));
        if (severity.isEmpty()) {
            errors.rejectValue("leastSeverity", "leastSeverity", "Select which alerts you want");
        }
        return severity;
    }

    private Optional<OwnPlace> circle(PlaceForm form, Errors errors) {
        var middle = middle(text(form.middle()), errors);
        var metres = OwnPlace.RADII.stream()
                .filter(radius -> radius.toString().equals(text(form.metres())))
                .findFirst();
        if (metres.isEmpty()) {
            errors.rejectValue("metres", "metres", "Choose how far around");
        }
        return middle.flatMap(point -> metres.map(radius -> OwnPlace.around(point.y, point.x, radius)));
    }

    private Optional<Coordinate> middle(String typed, Errors errors) {
        if (typed.isBlank()) {
            errors.rejectValue("middle", "NotBlank", "Enter a postcode, or a latitude and a longitude");
            return Optional.empty();
        }
        var point = TypedPoint.read(typed).or(() -> postcodes.find(typed));
        if (point.isEmpty()) {
            errors.rejectValue(
                    "middle",
                    "shape",
                    Postcodes.looksLike(typed)
                            ? "We do not recognise this postcode in our force area. Check it, or enter one nearby"
                            : "Enter a full postcode, such as SG1 1AB, or a latitude and a longitude, such as"
                                    + " 51.902, -0.202");
        }
        return point;
    }

    private static Optional<OwnPlace> drawn(String typed, Errors errors) {
        try {
            List<Coordinate> corners = TypedPoint.readLines(typed);
            return Optional.of(OwnPlace.within(corners));
        } catch (IllegalArgumentException none) {
            errors.rejectValue("corners", "shape", Objects.requireNonNull(none.getMessage()));
            return Optional.empty();
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
