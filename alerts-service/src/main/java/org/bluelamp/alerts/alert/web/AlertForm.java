package org.bluelamp.alerts.alert.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bluelamp.alerts.alert.AlertTemplate;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Poll;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What a writer typed, as it was typed. {@link AlertReader} makes {@link Content} of what is right about it.
 *
 * @param where {@code areas}, {@code drawn} or {@code circle}
 * @param corners of a drawn area: a latitude and a longitude on each line
 * @param centre of a circle: a latitude and a longitude
 * @param radius of a circle, in metres
 * @param narrow {@code yes} to leave out followers of wider areas
 * @param links on each line a title and an address
 * @param until for how many hours after it was sent it is worth sending; empty to go by the urgency
 * @param everybody {@code yes} to say that ground in all neighbourhoods is meant
 * @param question for readers
 * @param survey the address of the survey in which they answer
 */
public record AlertForm(
        String headline,
        String description,
        String instruction,
        String category,
        String severity,
        String urgency,
        String certainty,
        String where,
        List<String> areas,
        String corners,
        String centre,
        String radius,
        String narrow,
        String sender,
        DateBoxes expires,
        String expiresTime,
        String until,
        String links,
        String everybody,
        String question,
        String survey) {

    static final String AREAS = "areas";
    static final String DRAWN = "drawn";
    static final String CIRCLE = "circle";

    /** Takes what a browser sent; what it left out is empty. */
    public AlertForm(
            @Nullable String headline,
            @Nullable String description,
            @Nullable String instruction,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String urgency,
            @Nullable String certainty,
            @Nullable String where,
            @Nullable List<String> areas,
            @Nullable String corners,
            @Nullable String centre,
            @Nullable String radius,
            @Nullable String narrow,
            @Nullable String sender,
            @Nullable DateBoxes expires,
            @Nullable String expiresTime,
            @Nullable String until,
            @Nullable String links,
            @Nullable String everybody,
            @Nullable String question,
            @Nullable String survey) {
        this.headline = Objects.requireNonNullElse(headline, "");
        this.description = Objects.requireNonNullElse(description, "");
        this.instruction = Objects.requireNonNullElse(instruction, "");
        this.category = Objects.requireNonNullElse(category, "");
        this.severity = Objects.requireNonNullElse(severity, "");
        this.urgency = Objects.requireNonNullElse(urgency, "");
        this.certainty = Objects.requireNonNullElse(certainty, "");
        this.where = Objects.requireNonNullElse(where, AREAS);
        this.areas = areas == null ? List.of() : List.copyOf(areas);
        this.corners = Objects.requireNonNullElse(corners, "");
        this.centre = Objects.requireNonNullElse(centre, "");
        this.radius = Objects.requireNonNullElse(radius, "");
        this.narrow = Objects.requireNonNullElse(narrow, "");
        this.sender = Objects.requireNonNullElse(sender, "");
        this.expires = Objects.requireNonNullElse(expires, DateBoxes.EMPTY);
        this.expiresTime = Objects.requireNonNullElse(expiresTime, "");
        this.until = Objects.requireNonNullElse(until, "");
        this.links = Objects.requireNonNullElse(links, "");
        this.everybody = Objects.requireNonNullElse(everybody, "");
        this.question = Objects.requireNonNullElse(question, "");
        this.survey = Objects.requireNonNullElse(survey, "");
    }

    /**
     * A form that is empty but for what somebody suggests, as far as it fits. Nobody has chosen how serious it is, so it
     * cannot be sent as it is.
     *
     * @param only the one area there is to choose, or that is suggested; empty when there is none
     */
    static AlertForm suggesting(String headline, String description, String only) {
        return new AlertForm(
                beginning(headline, Content.HEADLINE_LIMIT),
                beginning(description, Content.DESCRIPTION_LIMIT),
                null,
                null,
                null,
                null,
                null,
                null,
                listed(only),
                null,
                null,
                null,
                null,
                only,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A form with the words of a template; else as an empty one. */
    static AlertForm of(AlertTemplate template, String only) {
        return new AlertForm(
                template.headline(),
                template.description(),
                template.instruction(),
                template.category().code(),
                template.severity().code(),
                template.urgency().code(),
                template.certainty().code(),
                null,
                listed(only),
                null,
                null,
                null,
                null,
                only,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static List<String> listed(String only) {
        return only.isEmpty() ? List.of() : List.of(only);
    }

    /** A form that says what a content says. */
    static AlertForm of(Content content) {
        var ground = content.target().ground().orElse(null);
        return new AlertForm(
                content.headline(),
                content.description(),
                content.instruction().orElse(""),
                content.category().code(),
                content.severity().code(),
                content.urgency().code(),
                content.certainty().code(),
                switch (ground) {
                    case null -> AREAS;
                    case Ground.Drawn _ -> DRAWN;
                    case Ground.Circle _ -> CIRCLE;
                },
                ground == null
                        ? content.target().areas().stream().map(AreaCode::value).toList()
                        : List.of(),
                ground instanceof Ground.Drawn drawn ? corners(drawn) : "",
                ground instanceof Ground.Circle circle ? point(circle.latitude(), circle.longitude()) : "",
                ground instanceof Ground.Circle circle ? String.valueOf(circle.metres()) : "",
                content.target().overspill() ? "" : "yes",
                content.sender().value(),
                DateBoxes.of(LondonTime.date(content.expires())),
                LondonTime.clock(content.expires().atZone(LondonTime.ZONE).toLocalTime()),
                content.worthSending()
                        .map(time -> String.valueOf(time.toHours()))
                        .orElse(""),
                content.links().stream()
                        .map(link -> link.title() + " " + link.url())
                        .collect(Collectors.joining("\n")),
                "",
                content.poll().map(Poll::question).orElse(""),
                content.poll().map(Poll::path).orElse(""));
    }

    private static String corners(Ground.Drawn drawn) {
        var ring = drawn.shape().getExteriorRing().getCoordinates();
        return List.of(ring).subList(0, ring.length - 1).stream()
                .map((Coordinate corner) -> point(corner.y, corner.x))
                .collect(Collectors.joining("\n"));
    }

    private static String point(double latitude, double longitude) {
        return String.format(Locale.ROOT, "%.6f, %.6f", latitude, longitude);
    }
}
