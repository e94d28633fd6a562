package org.bluelamp.alerts.alert.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.alert.AlertReference;
import org.bluelamp.alerts.alert.AlertSenders;
import org.bluelamp.alerts.alert.AlertTold;
import org.bluelamp.alerts.alert.Alerts;
import org.bluelamp.alerts.alert.Category;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.Problem;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Alerts for programs: what the pages say, in the shape of the events that tell other services of them. */
@RestController
@PublicEndpoint
@Tag(name = "Alerts")
class AlertApi {

    private static final CacheControl FOR_SECONDS =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private final Alerts alerts;
    private final AlertSenders senders;
    private final Areas areas;
    private final Clock clock;

    AlertApi(Alerts alerts, AlertSenders senders, Areas areas, Clock clock) {
        this.alerts = alerts;
        this.senders = senders;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping("/api/v1/alerts")
    @Operation(
            summary = "The alerts that are live",
            description = "The most severe first. With an area, those that concern it: for it, for a part of it, or for"
                    + " all around it. With a category of CAP 1.2 in small letters, only those.")
    ResponseEntity<List<AlertTold>> live(@RequestParam @Nullable String area, @RequestParam @Nullable String category) {
        var wantedArea = area == null ? null : known(area);
        var wantedCategory = category == null
                ? null
                : Category.of(category)
                        .orElseThrow(() -> refused("category", "is not a category of CAP 1.2 in small letters"));
        return ResponseEntity.ok()
                .cacheControl(FOR_SECONDS)
                .body(alerts.live(wantedArea, wantedCategory, clock.instant()).stream()
                        .map(this::told)
                        .toList());
    }

    @GetMapping("/api/v1/alerts/{reference:" + AlertReference.PATTERN + "}")
    @Operation(
            summary = "An alert that was sent",
            description = "Live, over or called back. Of one that was called back the words are null.")
    ResponseEntity<AlertTold> one(@PathVariable String reference) {
        return alerts.find(new AlertReference(reference))
                .flatMap(alert -> alert instanceof Sent sent ? Optional.of(sent) : Optional.empty())
                .map(alert -> ResponseEntity.ok().cacheControl(FOR_SECONDS).body(told(alert)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private AlertTold told(Sent alert) {
        return AlertTold.of(alert, senders.name(alert.content().sender()));
    }

    private AreaCode known(String text) {
        return areas.all().stream()
                .map(Area::code)
                .filter(code -> code.value().equals(text))
                .findFirst()
                .orElseThrow(() -> refused("area", "is not the code of an area"));
    }

    private static RefusedRequest refused(String field, String reason) {
        return new RefusedRequest(
                HttpStatus.BAD_REQUEST, "The request cannot be read as it is.", List.of(new Problem(field, reason)));
    }
}
