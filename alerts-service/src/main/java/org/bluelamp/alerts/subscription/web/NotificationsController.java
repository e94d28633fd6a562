package org.bluelamp.alerts.subscription.web;

import java.util.UUID;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.push.Devices;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notifications on a subscriber's own pages. To add a browser takes a script, as only it can ask the browser; what it was
 * given is sent as an ordinary form. To see and take back takes none.
 */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/manage/{token}/notifications")
class NotificationsController {

    private final Tokens tokens;
    private final Devices devices;
    private final Pages pages;

    NotificationsController(Tokens tokens, Devices devices, Pages pages) {
        this.tokens = tokens;
        this.devices = devices;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token, @RequestParam(defaultValue = "") String done) {
        var key = key();
        var subscriber = subscriber(token);
        return new PageView(
                "alerts/notifications",
                pages.page(Section.ALERTS, "Notifications").unlisted().notice(notice(done)),
                new NotificationsPage(
                        token,
                        key,
                        devices.added(subscriber).stream()
                                .map(one -> new NotificationsPage.Browser(
                                        one.id().toString(), LondonTime.minute(one.added())))
                                .toList()));
    }

    @PostMapping("/add")
    ModelAndView add(@PathVariable String token, @ModelAttribute DeviceForm device) {
        key();
        var added = devices.add(subscriber(token), text(device.endpoint()), text(device.key()), text(device.secret()));
        return back(token, added ? "added" : "not-added");
    }

    @PostMapping("/remove")
    ModelAndView remove(@PathVariable String token, @RequestParam(defaultValue = "") String browser) {
        key();
        var subscriber = subscriber(token);
        try {
            devices.remove(subscriber, UUID.fromString(browser));
        } catch (IllegalArgumentException notOne) {
            return back(token, "");
        }
        return back(token, "removed");
    }

    /** @throws ResponseStatusException 404 where nobody is notified */
    private String key() {
        return devices.publicKey().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private UUID subscriber(String token) {
        return tokens.read(LinkPurpose.MANAGE, token).subject();
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    private static ModelAndView back(String token, String done) {
        return PageView.redirect(
                "/alerts/manage/" + token + "/notifications" + (done.isEmpty() ? "" : "?done=" + done));
    }

    private static @Nullable NotificationBanner notice(String done) {
        return switch (done) {
            case "added" -> NotificationBanner.success("You will get alerts in this browser.");
            case "not-added" ->
                new NotificationBanner("This browser could not be added: we do not know who brings it messages.");
            case "removed" -> NotificationBanner.success("You will not get any more notifications in that browser.");
            default -> null;
        };
    }
}
