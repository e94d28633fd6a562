package org.bluelamp.alerts.subscription.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.subscription.OwnData;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of everything kept about its reader.
 *
 * @param emails the latest of them
 * @param moreEmails how many are not shown
 */
public record OwnDataPage(
        String token,
        List<String> facts,
        List<Row> consents,
        List<Row> followed,
        List<Row> places,
        List<Row> schemes,
        List<Row> caseNews,
        List<Row> emails,
        int moreEmails) {

    private static final int EMAILS_SHOWN = 50;

    /** A line of a table. */
    public record Row(String what, String when, String detail) {}

    static OwnDataPage of(String token, OwnData data, Areas areas) {
        return new OwnDataPage(
                token,
                facts(data),
                data.consents().stream()
                        .map(one -> new Row(
                                name(one.area(), areas),
                                LondonTime.minute(one.requested()),
                                (one.confirmed() == null
                                                ? "Not agreed to: "
                                                : "Agreed on " + LondonTime.minute(one.confirmed()) + ": ")
                                        + one.wording()))
                        .toList(),
                data.subscriptions().stream()
                        .map(one -> new Row(name(one.area(), areas), span(one.started(), one.ended()), said(one)))
                        .toList(),
                data.places().stream().map(OwnDataPage::place).toList(),
                data.schemes().stream()
                        .map(one -> new Row(
                                one.scheme() + ", " + name(one.area(), areas),
                                LondonTime.minute(one.joined()),
                                one.coordinator() ? "Coordinator" : "Member"))
                        .toList(),
                data.caseNews().stream()
                        .map(one -> new Row(
                                "Something you told your team",
                                LondonTime.minute(one.asked()),
                                (one.confirmed() == null
                                                ? "Not agreed to"
                                                : "Agreed on " + LondonTime.minute(one.confirmed()))
                                        + (one.ended() == null ? "" : ", ended " + LondonTime.minute(one.ended()))))
                        .toList(),
                data.emails().stream()
                        .limit(EMAILS_SHOWN)
                        .map(one -> new Row(
                                one.kind().substring(0, 1).toUpperCase(Locale.UK)
                                        + one.kind().substring(1).replace('-', ' ')
                                        + switch (one.way()) {
                                            case "sms" -> ", by text";
                                            case "push" -> ", as a notification";
                                            default -> "";
                                        },
                                LondonTime.minute(one.created()),
                                name(one.area(), areas) + ", " + one.status().replace('_', ' ')))
                        .toList(),
                Math.max(0, data.emails().size() - EMAILS_SHOWN));
    }

    private static List<String> facts(OwnData data) {
        var facts = new ArrayList<String>();
        facts.add("Your address was first entered on " + LondonTime.minute(data.firstEntered()) + ".");
        facts.add(
                switch (data.status()) {
                    case "confirmed" -> "You confirmed that it is yours.";
                    case "ended" -> "You do not get any emails from us.";
                    default -> "It waits to be confirmed.";
                });
        facts.add("We encrypt your address. We do not show it here, because anyone with the link can open this page.");
        var texts = data.texts();
        if (texts != null) {
            facts.add("You confirmed a mobile number on " + LondonTime.minute(texts.confirmed()) + ". We text you "
                    + texts.when() + ". It is kept and not shown in the same way.");
        }
        for (var added : data.notifications()) {
            facts.add("A browser was added for notifications on " + LondonTime.minute(added) + ".");
        }
        return facts;
    }

    private static String said(OwnData.Followed one) {
        var topics = one.topics().isEmpty() ? "every topic" : String.join(", ", one.topics());
        var ended = one.reason() == null ? "" : "; " + one.reason() + " by " + one.source();
        return one.frequency().replace('-', ' ') + ", " + topics + ended;
    }

    private static String span(Instant started, @Nullable Instant ended) {
        return "Since " + LondonTime.minute(started) + (ended == null ? "" : ", until " + LondonTime.minute(ended));
    }

    private static Row place(OwnData.Place place) {
        var metres = place.metres();
        return metres == null
                ? new Row(
                        called(place) + "Within lines you drew",
                        "As long as you follow it",
                        place.corners().stream().map(OwnDataPage::point).collect(Collectors.joining("; ")))
                : new Row(
                        called(place) + "Within " + OwnPlace.distance(metres) + " of a point",
                        "As long as you follow it",
                        point(List.of(
                                Objects.requireNonNull(place.latitude()), Objects.requireNonNull(place.longitude()))));
    }

    private static String called(OwnData.Place place) {
        return place.name() == null ? "" : place.name() + ": ";
    }

    private static String point(List<Double> point) {
        return String.format(Locale.UK, "%.3f, %.3f", point.get(0), point.get(1));
    }

    private static String name(String area, Areas areas) {
        if (OwnPlace.named(new AreaCode(area))) {
            return "A place of your own";
        }
        return areas.find(new AreaCode(area)).map(Area::fullName).orElse(area);
    }
}
