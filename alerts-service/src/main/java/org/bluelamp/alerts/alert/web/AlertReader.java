package org.bluelamp.alerts.alert.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.alert.Category;
import org.bluelamp.alerts.alert.Certainty;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Issued;
import org.bluelamp.alerts.alert.Link;
import org.bluelamp.alerts.alert.Poll;
import org.bluelamp.alerts.alert.Severity;
import org.bluelamp.alerts.alert.Target;
import org.bluelamp.alerts.alert.Urgency;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.Boundaries;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.alerts.area.Postcodes;
import org.bluelamp.alerts.area.TypedPoint;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.TypedTime;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads what a writer typed, and says at each field what is not right yet. */
@Component
class AlertReader {

    private static final Pattern LINK = Pattern.compile("(.*\\S)\\s+(\\S+)");

    private final Areas areas;
    private final Boundaries boundaries;
    private final Postcodes postcodes;
    private final Clock clock;
    private final String publicUrl;

    AlertReader(
            Areas areas,
            Boundaries boundaries,
            Postcodes postcodes,
            Clock clock,
            @Value("${bluelamp.public-url}") String publicUrl) {
        this.areas = areas;
        this.boundaries = boundaries;
        this.postcodes = postcodes;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * The content of a form; empty when something is wrong, which is then told in the errors.
     *
     * @param updating the live alert that gets new words, whose target stays; null for any other
     */
    Optional<Content> read(StaffMember who, AlertForm form, @Nullable Issued updating, Errors errors) {
        text("headline", "a headline", form.headline(), Content.HEADLINE_LIMIT, errors);
        text("description", "what has happened", form.description(), Content.DESCRIPTION_LIMIT, errors);
        limit("instruction", "what people should do", form.instruction(), Content.INSTRUCTION_LIMIT, errors);
        var category = Category.of(form.category());
        var severity = Severity.of(form.severity());
        var urgency = Urgency.of(form.urgency());
        var certainty = Certainty.of(form.certainty());
        choice("category", "Choose what it is about", category, errors);
        choice("severity", "Choose how serious it is", severity, errors);
        choice("urgency", "Choose how soon people must act", urgency, errors);
        choice("certainty", "Choose how sure you are", certainty, errors);
        var target = updating == null
                ? target(who, form, errors)
                : updating.content().target();
        var sender = updating == null
                ? sender(who, form, errors)
                : updating.content().sender();
        var expires = expires(form, errors);
        var links = links(form.links(), errors);
        var until = until(form.until(), errors);
        var poll = poll(form, errors);
        if (errors.hasErrors() || target == null || sender == null || expires == null) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                form.headline(),
                form.description(),
                Optional.of(form.instruction()),
                category.orElseThrow(),
                severity.orElseThrow(),
                urgency.orElseThrow(),
                certainty.orElseThrow(),
                target,
                links,
                sender,
                expires,
                until,
                poll));
    }

    private @Nullable Target target(StaffMember who, AlertForm form, Errors errors) {
        return switch (form.where()) {
            case AlertForm.DRAWN -> {
                var ground = drawn(form.corners(), errors);
                yield ground == null ? null : on(who, form, ground, "corners", errors);
            }
            case AlertForm.CIRCLE -> {
                var ground = circle(form, errors);
                yield ground == null ? null : on(who, form, ground, "centre", errors);
            }
            default -> {
                var chosen = chosen(who, form.areas(), errors);
                yield chosen.isEmpty() ? null : new Target(new TreeSet<>(chosen), Optional.empty(), overspill(form));
            }
        };
    }

    private List<AreaCode> chosen(StaffMember who, List<String> codes, Errors errors) {
        if (codes.isEmpty()) {
            errors.rejectValue("areas", "NotEmpty", "Choose at least one area the alert is for");
            return List.of();
        }
        var known = areas.all().stream()
                .map(Area::code)
                .filter(code -> codes.contains(code.value()))
                .toList();
        if (known.size() < codes.stream().distinct().count()) {
            errors.rejectValue("areas", "unknown", "Choose areas from the list");
            return List.of();
        }
        return requireRight(who, known, "areas", "You cannot send alerts to %s. Select other areas", errors);
    }

    private static boolean overspill(AlertForm form) {
        return !form.narrow().equals("yes");
    }

    private @Nullable Target on(StaffMember who, AlertForm form, Ground ground, String field, Errors errors) {
        var touched = boundaries.neighbourhoodsTouchedBy(ground.shape());
        if (touched.isEmpty()) {
            errors.rejectValue(field, "nowhere", "It touches no neighbourhood. Check where it is");
            return null;
        }
        var allowed = requireRight(
                who, touched, field, "It touches %s, to which you may not send alerts. Make it smaller", errors);
        if (!allowed.isEmpty() && isEverybody(touched) && !form.everybody().equals("yes")) {
            errors.rejectValue(
                    field,
                    "everybody",
                    "It touches all " + touched.size()
                            + " neighbourhoods, so everybody would get it. Make it smaller, or tick that everybody is"
                            + " meant");
            return null;
        }
        return allowed.isEmpty() ? null : new Target(new TreeSet<>(allowed), Optional.of(ground), overspill(form));
    }

    private boolean isEverybody(List<AreaCode> touched) {
        var all = areas.groups().stream()
                .mapToInt(group -> group.neighbourhoods().size())
                .sum();
        return all > 1 && touched.size() >= all;
    }

    private List<AreaCode> requireRight(
            StaffMember who, List<AreaCode> codes, String field, String message, Errors errors) {
        Collection<AreaCode> foreign =
                codes.stream().filter(code -> !AlertDesk.maySend(who, code)).toList();
        if (foreign.isEmpty()) {
            return codes;
        }
        errors.rejectValue(field, "right", String.format(Locale.UK, message, Area.inWords(areas.named(foreign))));
        return List.of();
    }

    private @Nullable AreaCode sender(StaffMember who, AlertForm form, Errors errors) {
        var sender = areas.all().stream()
                .map(Area::code)
                .filter(code -> code.value().equals(form.sender()) && AlertDesk.maySend(who, code))
                .findFirst();
        if (sender.isEmpty()) {
            errors.rejectValue("sender", "NotEmpty", "Choose the team that sends it");
        }
        return sender.orElse(null);
    }

    private static @Nullable Ground drawn(String typed, Errors errors) {
        List<Coordinate> corners;
        try {
            corners = TypedPoint.readLines(typed);
        } catch (IllegalArgumentException none) {
            errors.rejectValue("corners", "shape", String.valueOf(none.getMessage()));
            return null;
        }
        try {
            return Ground.Drawn.around(corners);
        } catch (IllegalArgumentException none) {
            errors.rejectValue(
                    "corners", "shape", none.getMessage() + ". Enter the corners in order, one on each line");
            return null;
        }
    }

    private @Nullable Ground circle(AlertForm form, Errors errors) {
        var centre = TypedPoint.read(form.centre())
                .or(() -> postcodes.find(form.centre()))
                .orElse(null);
        if (centre == null) {
            errors.rejectValue(
                    "centre",
                    "shape",
                    Postcodes.looksLike(form.centre())
                            ? "This postcode is not known here. Check it, or enter one nearby"
                            : "Enter the middle as a postcode, or as latitude, longitude, such as 51.9020, -0.2020");
        }
        var metres = form.radius().strip().matches("\\d{1,6}")
                ? Integer.parseInt(form.radius().strip())
                : 0;
        if (metres < Ground.Circle.SHORTEST || metres > Ground.Circle.LONGEST) {
            errors.rejectValue(
                    "radius",
                    "range",
                    "Enter the distance in metres, from " + Ground.Circle.SHORTEST + " to " + Ground.Circle.LONGEST);
            return null;
        }
        return centre == null ? null : new Ground.Circle(centre.y, centre.x, metres);
    }

    private @Nullable Instant expires(AlertForm form, Errors errors) {
        if (form.expires().isEmpty()) {
            errors.rejectValue("expires", "NotEmpty", "Enter the day on which the alert ends");
            return null;
        }
        var day = form.expires().read(errors, "expires", "The end");
        var time = TypedTime.read(form.expiresTime());
        var midnight = form.expiresTime().strip().equalsIgnoreCase("midnight");
        if (time.isEmpty() && !midnight) {
            errors.rejectValue("expiresTime", "shape", "Enter the time at which it ends, such as 6pm or 18:30");
        }
        if (day == null || time.isEmpty() && !midnight) {
            return null;
        }
        var end = day.atTime(time.orElse(LocalTime.MIDNIGHT))
                .atZone(LondonTime.ZONE)
                .toInstant();
        var now = clock.instant();
        if (!end.isAfter(now)) {
            errors.rejectValue("expires", "past", "The end must be in the future");
            return null;
        }
        if (end.isAfter(now.plus(Duration.ofDays(92)))) {
            errors.rejectValue(
                    "expires", "far", "The end must be within three months. Write an article for what lasts longer");
            return null;
        }
        return end;
    }

    private static Optional<Duration> until(String hours, Errors errors) {
        if (hours.isEmpty()) {
            return Optional.empty();
        }
        if (!hours.matches("1|3|6|12|24")) {
            errors.rejectValue("until", "unknown", "Choose one of the answers given");
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(Long.parseLong(hours)));
    }

    /** The survey is told by its address on this site, with or without the site's name. */
    private Optional<Poll> poll(AlertForm form, Errors errors) {
        var question = Content.lines(form.question());
        var path = form.survey().strip();
        if (path.startsWith(publicUrl + "/")) {
            path = path.substring(publicUrl.length());
        }
        if (question.isEmpty() && path.isEmpty()) {
            return Optional.empty();
        }
        if (question.isEmpty()) {
            errors.rejectValue("question", "NotBlank", "Enter the question, or leave out the survey");
        }
        limit("question", "the question", question, Poll.QUESTION_LIMIT, errors);
        if (!Poll.isSurvey(path)) {
            errors.rejectValue(
                    "survey",
                    "shape",
                    "Enter the address of a survey on this site: it begins with " + publicUrl + "/have-your-say/");
        }
        return errors.hasErrors() ? Optional.empty() : Optional.of(new Poll(question, path));
    }

    private static List<Link> links(String typed, Errors errors) {
        var links = new ArrayList<Link>();
        for (var line :
                typed.lines().map(String::strip).filter(text -> !text.isEmpty()).toList()) {
            var parts = LINK.matcher(line);
            try {
                if (!parts.matches()) {
                    throw new IllegalArgumentException();
                }
                links.add(new Link(parts.group(1), parts.group(2)));
            } catch (IllegalArgumentException none) {
                errors.rejectValue(
                        "links",
                        "shape",
                        "Enter a title and then an address that begins with https:// : “" + shortened(line)
                                + "” is not");
                return List.of();
            }
        }
        if (links.size() > Content.MOST_LINKS) {
            errors.rejectValue("links", "many", "Enter at most " + Content.MOST_LINKS + " links");
        }
        return links;
    }

    private static void text(String field, String what, String typed, int limit, Errors errors) {
        if (typed.isBlank()) {
            errors.rejectValue(field, "NotBlank", "Enter " + what);
        }
        limit(field, what.replaceFirst("^an? ", "the "), typed, limit, errors);
    }

    private static void limit(String field, String what, String typed, int limit, Errors errors) {
        var excess = Content.length(Content.lines(typed)) - limit;
        if (excess > 0) {
            errors.rejectValue(
                    field,
                    "Size",
                    String.format(
                            Locale.UK,
                            "Shorten %s by %,d %s: at most %,d fit",
                            what,
                            excess,
                            excess == 1 ? "character" : "characters",
                            limit));
        }
    }

    private static void choice(String field, String message, Optional<?> chosen, Errors errors) {
        if (chosen.isEmpty()) {
            errors.rejectValue(field, "NotEmpty", message);
        }
    }

    private static String shortened(String line) {
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
