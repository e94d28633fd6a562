package org.bluelamp.alerts.alert.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.alert.Alerts;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Category;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Tag;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of alerts that everybody can read, of one area or category or of all. */
@Component
public class AlertLists {

    private static final Duration PAST = Duration.ofDays(90);
    private static final int MOST_PAST = 30;

    private final Alerts alerts;
    private final Areas areas;
    private final Clock clock;

    AlertLists(Alerts alerts, Areas areas, Clock clock) {
        this.alerts = alerts;
        this.areas = areas;
        this.clock = clock;
    }

    /** What was chosen, as it stands in the address; what there is not, is everything. */
    public record Chosen(@Nullable String area, @Nullable String category) {}

    /** The list. */
    public AlertList of(Chosen chosen) {
        var now = clock.instant();
        var area = areas.all().stream()
                .filter(one -> one.code().value().equals(chosen.area()))
                .findFirst();
        var code = area.map(Area::code).orElse(null);
        var category =
                Optional.ofNullable(chosen.category()).flatMap(Category::of).orElse(null);
        return new AlertList(
                Form.of(new Chosen(area.isPresent() ? chosen.area() : "", category == null ? "" : category.code())),
                areaChoices(),
                categoryChoices(),
                alerts.live(code, category, now).stream()
                        .map(alert -> line(alert, true))
                        .toList(),
                alerts.past(code, category, now.minus(PAST), now, MOST_PAST).stream()
                        .map(alert -> line(alert, false))
                        .toList(),
                "/alerts/feed" + query(area.map(one -> one.code().value()).orElse(null), category));
    }

    private static String query(@Nullable String area, @Nullable Category category) {
        var parts = new ArrayList<String>();
        if (area != null) {
            parts.add("area=" + URLEncoder.encode(area, StandardCharsets.UTF_8));
        }
        if (category != null) {
            parts.add("category=" + category.code());
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private AlertList.Line line(Sent alert, boolean live) {
        var content = alert.content();
        var where = content.target().inWords(areas.named(content.target().areas()));
        var calledBack = alert instanceof Cancelled;
        return new AlertList.Line(
                calledBack ? "An alert for " + where : content.headline(),
                "/alerts/" + alert.reference(),
                tags(alert, live),
                live ? content.instruction().orElse(null) : null,
                where,
                live
                        ? "Until " + LondonTime.minute(content.expires()) + ". Issued "
                                + LondonTime.minute(alert.messages().first().sentAt())
                                + (alert.messages().updated()
                                        ? ", updated "
                                                + LondonTime.minute(alert.messages()
                                                        .latest()
                                                        .sentAt())
                                        : "")
                        : "Issued " + LondonTime.minute(alert.messages().first().sentAt()));
    }

    private static List<Tag> tags(Sent alert, boolean live) {
        if (alert instanceof Cancelled) {
            return List.of(new Tag("Called back").colour(Tag.Colour.RED));
        }
        if (!live) {
            return List.of(new Tag("Over").colour(Tag.Colour.GREY));
        }
        var severity = alert.content().severity();
        return severity.isGrave() ? List.of(new Tag(severity.words()).colour(Tag.Colour.RED)) : List.of();
    }

    private List<Choice> areaChoices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Everywhere"));
        for (var group : areas.groups()) {
            choices.add(new Choice(
                    group.district().code().value(),
                    "All of " + group.district().name()));
            group.neighbourhoods()
                    .forEach(one -> choices.add(new Choice(one.code().value(), one.fullName())));
        }
        return choices;
    }

    private static List<Choice> categoryChoices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Everything"));
        Arrays.stream(Category.values()).forEach(one -> choices.add(new Choice(one.code(), one.label())));
        return choices;
    }
}
