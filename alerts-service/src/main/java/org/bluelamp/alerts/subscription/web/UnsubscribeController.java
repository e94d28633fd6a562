package org.bluelamp.alerts.subscription.web;

import java.util.UUID;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.link.LinkReading;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscription.Leaving;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leaving with one click (RFC 8058): a mail program POSTs to the address without cookies and without being redirected.
 * Opening the address shows a page with a button for people and changes nothing.
 */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/unsubscribe/{token}")
class UnsubscribeController {

    private final Tokens tokens;
    private final Leaving leaving;
    private final CaseNewsPages cases;
    private final Pages pages;

    UnsubscribeController(Tokens tokens, Leaving leaving, CaseNewsPages cases, Pages pages) {
        this.tokens = tokens;
        this.leaving = leaving;
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token) {
        var valid = tokens.read(LinkPurpose.UNSUBSCRIBE, token);
        if (valid.scope().equals(AlertLinks.CASE)) {
            return cases.toStop(token);
        }
        subscriber(valid);
        return new PageView(
                "alerts/unsubscribe",
                pages.page(Section.ALERTS, "Stop all emails about your areas?").unlisted(),
                new UnsubscribePage(token));
    }

    @PostMapping
    ModelAndView unsubscribe(
            @PathVariable String token,
            @RequestParam(name = "List-Unsubscribe", defaultValue = "") String listUnsubscribe) {
        var valid = tokens.read(LinkPurpose.UNSUBSCRIBE, token);
        var ending = listUnsubscribe.equals("One-Click") ? Ending.ONE_CLICK : Ending.UNSUBSCRIBE_PAGE;
        if (valid.scope().equals(AlertLinks.CASE)) {
            return cases.stop(valid.subject(), ending);
        }
        if (!leaving.all(subscriber(valid), ending)) {
            throw BadLink.forged();
        }
        return new PageView(
                "alerts/unsubscribed",
                pages.page(Section.ALERTS, "You will not get any more emails from us")
                        .unlisted()
                        .withoutHeading());
    }

    private static UUID subscriber(LinkReading.Valid valid) {
        if (!valid.scope().equals(AlertLinks.AREAS_LIST)) {
            throw BadLink.forged();
        }
        return valid.subject();
    }
}
