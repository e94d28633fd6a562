package org.bluelamp.alerts.alert.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.alerts.alert.AlertReference;
import org.bluelamp.alerts.alert.AlertSenders;
import org.bluelamp.alerts.alert.Alerts;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Expired;
import org.bluelamp.alerts.alert.Issued;
import org.bluelamp.alerts.alert.Message;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of an alert that was sent, whatever became of it. */
@Controller
@PublicEndpoint
class PublicAlertPages {

    /** Tens of thousands open it within a minute; what is called back is off it within seconds. */
    private static final CacheControl FOR_SECONDS =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private final Alerts alerts;
    private final AlertSenders senders;
    private final Areas areas;
    private final AlertMaps maps;
    private final Pages pages;
    private final Clock clock;

    PublicAlertPages(Alerts alerts, AlertSenders senders, Areas areas, AlertMaps maps, Pages pages, Clock clock) {
        this.alerts = alerts;
        this.senders = senders;
        this.areas = areas;
        this.maps = maps;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/alerts/{reference:" + AlertReference.PATTERN + "}")
    PageView alert(@PathVariable String reference, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_SECONDS.getHeaderValue());
        var alert = alerts.find(new AlertReference(reference))
                .filter(Sent.class::isInstance)
                .map(Sent.class::cast)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (alert) {
            case Cancelled cancelled -> calledBack(cancelled);
            case Issued _, Expired _ -> readable(alert);
        };
    }

    private PageView readable(Sent alert) {
        var content = alert.content();
        var messages = alert.messages();
        var live = alert.isLive(clock.instant());
        var path = "/alerts/" + alert.reference();
        var sender = senders.name(content.sender());
        return new PageView(
                "alerts/alert",
                pages.page(Section.ALERTS, content.headline())
                        .caption(live ? "Alert" : "Alert, over")
                        .crumb("Alerts", "/alerts")
                        .description(content.description().lines().findFirst().orElse(""))
                        .feed("Alerts", "/alerts/feed")
                        .at(path)
                        .head(JsonLd.of(
                                alert,
                                areas.named(content.target().areas()),
                                pages.site().publicUrl() + path,
                                sender)),
                new AlertPage(
                        alert.reference().value(),
                        live,
                        messages.updated(),
                        StoryPart.of(content, areas, maps),
                        sender,
                        time(messages.first()),
                        time(messages.latest()),
                        changes(messages.all()),
                        path + "/cap",
                        reply(alert)));
    }

    /**
     * The form of the team that sends it, where what residents write begins a case that is answered within 72 hours. It
     * belongs to the feedback service: their words stay in one place (ADR 82).
     */
    private static @Nullable String reply(Sent alert) {
        var sender = alert.content().sender();
        return AreaKind.of(sender) == AreaKind.NEIGHBOURHOOD
                ? "/have-your-say" + sender.value().substring(sender.value().indexOf('/')) + "/contact?alert="
                        + alert.reference()
                : null;
    }

    private PageView calledBack(Cancelled alert) {
        var messages = alert.messages();
        return new PageView(
                "alerts/called-back",
                pages.page(Section.ALERTS, "This alert was called back")
                        .crumb("Alerts", "/alerts")
                        .at("/alerts/" + alert.reference())
                        .unlisted(),
                new CalledBackPage(
                        alert.reference().value(),
                        alert.content()
                                .target()
                                .inWords(areas.named(alert.content().target().areas())),
                        alert.reason(),
                        senders.name(alert.content().sender()),
                        time(messages.first()),
                        time(messages.latest()),
                        "/alerts/" + alert.reference() + "/cap"));
    }

    /** What each message before said, the latest first; none when there was only one. */
    private static List<AlertPage.Change> changes(List<Message> messages) {
        var changes = new ArrayList<AlertPage.Change>();
        for (var n = messages.size() - 2; n >= 0; n--) {
            var message = messages.get(n);
            changes.add(new AlertPage.Change(
                    time(message),
                    message.content().headline(),
                    message.content().instruction().orElse(null),
                    message.content().description()));
        }
        return changes;
    }

    private static AlertPage.Moment time(Message message) {
        return new AlertPage.Moment(LondonTime.minute(message.sentAt()), LondonTime.machine(message.sentAt()));
    }
}
