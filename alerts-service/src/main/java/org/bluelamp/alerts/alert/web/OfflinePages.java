package org.bluelamp.alerts.alert.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.alert.Alert;
import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.alert.AlertId;
import org.bluelamp.alerts.alert.OfflineText;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A sent alert for people without internet: to print, and to read out. Nobody's name or address is in it. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR})
@RequestMapping("/staff/alerts/{id}/offline")
class OfflinePages {

    private static final String UNKNOWN = "Not known";
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final AlertDesk desk;
    private final OfflineText texts;
    private final Areas areas;
    private final Pages pages;

    OfflinePages(AlertDesk desk, OfflineText texts, Areas areas, Pages pages) {
        this.desk = desk;
        this.texts = texts;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(StaffMember who, @PathVariable UUID id) {
        var alert = desk.open(who, new AlertId(id));
        var path = "/staff/alerts/" + id;
        return sent(alert)
                .<ModelAndView>map(sent -> new PageView(
                        "alerts/offline",
                        pages.staff(StaffSection.ALERTS, "For people without internet", who)
                                .crumb("Alerts", "/staff/alerts")
                                .crumb(sent.content().headline(), path)
                                .withoutHeading(),
                        new OfflinePage(
                                path,
                                places(sent),
                                texts.letter(sent),
                                texts.voice(sent).lines().toList())))
                .orElseGet(() -> PageView.redirect(path));
    }

    @GetMapping("/letter.txt")
    ResponseEntity<byte[]> letter(StaffMember who, @PathVariable UUID id) {
        var sent = taken(who, id, "letter");
        return file(sent, "letter", texts.letter(sent).text());
    }

    @GetMapping("/voice.txt")
    ResponseEntity<byte[]> voice(StaffMember who, @PathVariable UUID id) {
        var sent = taken(who, id, "voice");
        return file(sent, "voice", texts.voice(sent));
    }

    private List<OfflinePage.Place> places(Sent alert) {
        var part = alert.content().target().ground().isPresent();
        return areas.named(alert.content().target().areas()).stream()
                .map(area -> part
                        ? new OfflinePage.Place("Part of " + area.fullName(), UNKNOWN)
                        : new OfflinePage.Place(area.fullName(), households(area)))
                .toList();
    }

    private String households(Area area) {
        var known = areas.householdsIn(List.of(area.code()));
        return known.isPresent() ? String.format(Locale.UK, "%,d", known.getAsLong()) : UNKNOWN;
    }

    private Sent taken(StaffMember who, UUID id, String text) {
        return desk.take(who, new AlertId(id), text)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "It was not sent"));
    }

    private static Optional<Sent> sent(Alert alert) {
        return alert instanceof Sent sent ? Optional.of(sent) : Optional.empty();
    }

    private static ResponseEntity<byte[]> file(Sent alert, String kind, String text) {
        var name = alert.reference().value() + "-" + kind + ".txt";
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
