package org.bluelamp.alerts.cap;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.alerts.alert.AlertReference;
import org.bluelamp.alerts.alert.AlertSenders;
import org.bluelamp.alerts.alert.Alerts;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Category;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.Boundaries;
import org.bluelamp.alerts.practice.Practice;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Alerts as CAP documents, and feeds of them. Caches may keep an answer but ask each time whether it still holds: what
 * was called back is told at once.
 */
@RestController
@PublicEndpoint
class CapController {

    static final String CAP_TYPE = "application/cap+xml";

    private static final Duration TOLD_AFTER_ITS_END = Duration.ofDays(7);
    private static final int MOST_ENDED = 50;

    /** Changes with how documents and feeds are written, so that readers fetch them anew. */
    private static final String EDITION = "1";

    private final Alerts alerts;
    private final AlertSenders senders;
    private final Areas areas;
    private final Boundaries boundaries;
    private final Practice practice;
    private final Pages pages;
    private final Clock clock;
    private final String publicUrl;
    private final String sender;

    CapController(
            Alerts alerts,
            AlertSenders senders,
            Areas areas,
            Boundaries boundaries,
            Practice practice,
            Pages pages,
            Clock clock,
            @Value("${bluelamp.public-url}") URI publicUrl,
            @Value("${bluelamp.alerts.mail-from}") String sender) {
        this.alerts = alerts;
        this.senders = senders;
        this.areas = areas;
        this.boundaries = boundaries;
        this.practice = practice;
        this.pages = pages;
        this.clock = clock;
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
        this.sender = sender;
    }

    @GetMapping("/alerts/{reference:" + AlertReference.PATTERN + "}/cap")
    ResponseEntity<byte[]> cap(@PathVariable String reference, WebRequest request) {
        var alert = alerts.find(new AlertReference(reference))
                .flatMap(found -> found instanceof Sent sent ? Optional.of(sent) : Optional.empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // Made first: it also says names and borders, which change without the alert.
        var document = document(alert).write();
        var tag = EntityTag.of(EDITION + " cap " + new String(document, StandardCharsets.UTF_8));
        return answer(request, tag, CAP_TYPE, () -> document);
    }

    private CapDocument document(Sent alert) {
        var content = alert.content();
        var targets = content.target().areas();
        return new CapDocument(
                alert,
                sender,
                senders.name(content.sender()),
                page(alert),
                areas.named(targets),
                boundaries.of(targets),
                practice.enabled());
    }

    @GetMapping("/alerts/feed")
    ResponseEntity<byte[]> atom(
            @RequestParam @Nullable String area, @RequestParam @Nullable String category, WebRequest request) {
        var asked = asked(area, category);
        return answer(
                request,
                asked.tag("atom"),
                AlertFeed.ATOM_TYPE,
                () -> feed("/alerts/feed", asked).atom());
    }

    @GetMapping("/alerts/feed.rss")
    ResponseEntity<byte[]> rss(
            @RequestParam @Nullable String area, @RequestParam @Nullable String category, WebRequest request) {
        var asked = asked(area, category);
        return answer(
                request,
                asked.tag("rss"),
                AlertFeed.RSS_TYPE,
                () -> feed("/alerts/feed.rss", asked).rss());
    }

    private Asked asked(@Nullable String areaText, @Nullable String categoryText) {
        var area = areaText == null
                ? null
                : areas.all().stream()
                        .filter(one -> one.code().value().equals(areaText))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var category = categoryText == null
                ? null
                : Category.of(categoryText).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var code = area == null ? null : area.code();
        var now = clock.instant();
        return new Asked(
                area,
                category,
                now,
                alerts.live(code, category, now),
                alerts.past(code, category, now.minus(TOLD_AFTER_ITS_END), now, MOST_ENDED));
    }

    private AlertFeed feed(String path, Asked asked) {
        var entries = new ArrayList<AlertFeed.Entry>();
        asked.live().forEach(alert -> entries.add(entry(alert, asked.now())));
        asked.ended().forEach(alert -> entries.add(entry(alert, asked.now())));
        return new AlertFeed(
                asked.title() + " - " + pages.site().name(),
                asked.at(publicUrl + path),
                asked.at(publicUrl + "/alerts"),
                pages.site().name(),
                entries.stream()
                        .map(AlertFeed.Entry::updated)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH),
                entries);
    }

    private AlertFeed.Entry entry(Sent alert, Instant now) {
        var content = alert.content();
        var where = content.target().inWords(areas.named(content.target().areas()));
        var cancelled = alert instanceof Cancelled calledBack ? calledBack : null;
        var over = cancelled == null && !alert.isLive(now);
        return new AlertFeed.Entry(
                cancelled != null
                        ? "Called back: an alert for " + where
                        : over ? "Over: " + content.headline() : content.headline(),
                page(alert),
                page(alert) + "/cap",
                content.category().label(),
                cancelled != null ? cancelled.reason() : summary(content.instruction(), content.description()),
                alert.messages().first().sentAt(),
                over ? content.expires() : alert.messages().latest().sentAt());
    }

    private static String summary(Optional<String> instruction, String description) {
        return instruction.map(text -> text + "\n\n" + description).orElse(description);
    }

    private String page(Sent alert) {
        return publicUrl + "/alerts/" + alert.reference();
    }

    private static ResponseEntity<byte[]> answer(WebRequest request, String tag, String type, Writing writing) {
        var always = CacheControl.noCache().cachePublic();
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(always)
                    .eTag(tag)
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(always)
                .eTag(tag)
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .body(writing.bytes());
    }

    private interface Writing {
        byte[] bytes();
    }

    /** What a feed was asked for, and what there is of it. */
    private record Asked(
            @Nullable Area area, @Nullable Category category, Instant now, List<Sent> live, List<Sent> ended) {

        String title() {
            var what = category == null ? "Alerts" : "Alerts: " + category.label();
            return area == null ? what : what + ", " + area.fullName();
        }

        String at(String address) {
            var builder = UriComponentsBuilder.fromUriString(address);
            if (area != null) {
                builder.queryParam("area", area.code().value());
            }
            if (category != null) {
                builder.queryParam("category", category.code());
            }
            return builder.encode().toUriString();
        }

        String tag(String form) {
            return EntityTag.of(
                    EDITION + " " + form + " " + title() + " live " + versions(live) + " ended " + versions(ended));
        }

        private static String versions(List<Sent> alerts) {
            return alerts.stream()
                    .map(alert -> alert.reference() + "." + alert.version())
                    .collect(Collectors.joining(" "));
        }
    }
}
