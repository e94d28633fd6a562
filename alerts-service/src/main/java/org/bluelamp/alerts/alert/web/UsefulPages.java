package org.bluelamp.alerts.alert.web;

import java.util.Optional;
import org.bluelamp.alerts.alert.AlertReference;
import org.bluelamp.alerts.alert.Alerts;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.alert.Usefulness;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where readers say whether an alert was useful. There is no cookie and no session; that nobody fills the count alone is
 * up to the gateway's limits.
 */
@Controller
@PublicEndpoint
class UsefulPages {

    private static final String ALERT = "/alerts/{reference:" + AlertReference.PATTERN + "}";

    private final Usefulness usefulness;
    private final Alerts alerts;
    private final Pages pages;

    UsefulPages(Usefulness usefulness, Alerts alerts, Pages pages) {
        this.usefulness = usefulness;
        this.alerts = alerts;
        this.pages = pages;
    }

    @GetMapping(ALERT + "/useful")
    ModelAndView question(@PathVariable String reference) {
        return question(readable(reference), Form.blank());
    }

    @PostMapping(ALERT + "/useful")
    ModelAndView answer(@PathVariable String reference, @ModelAttribute("form") UsefulForm form, BindingResult errors) {
        var alert = readable(reference);
        form.check(errors);
        if (errors.hasErrors()) {
            return question(alert, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        usefulness.count(alert.id(), form.yes());
        return PageView.redirect(path(alert) + "/thanks");
    }

    @GetMapping(ALERT + "/thanks")
    ModelAndView thanks(@PathVariable String reference) {
        var alert = readable(reference);
        return new PageView("alerts/thanks", page(alert, "Thank you"), new UsefulPage(path(alert), "", Form.blank()));
    }

    private PageView question(Sent alert, Form form) {
        return new PageView(
                "alerts/useful",
                page(alert, "Was this alert useful?").form(form),
                new UsefulPage(path(alert), path(alert) + "/useful", form));
    }

    private Page page(Sent alert, String title) {
        return pages.page(Section.ALERTS, title)
                .crumb("Alerts", "/alerts")
                .crumb(alert.content().headline(), path(alert))
                .unlisted();
    }

    /** What was called back is not asked about: its page says why. */
    private Sent readable(String reference) {
        return alerts.find(new AlertReference(reference))
                .flatMap(alert -> alert instanceof Sent sent && !(alert instanceof Cancelled)
                        ? Optional.of(sent)
                        : Optional.empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String path(Sent alert) {
        return "/alerts/" + alert.reference();
    }
}
