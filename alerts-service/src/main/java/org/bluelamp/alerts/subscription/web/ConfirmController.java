package org.bluelamp.alerts.subscription.web;

import java.util.UUID;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.link.LinkReading;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.alerts.subscription.SignUp;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.alerts.subscription.Subscriptions;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The second opt-in. Opening the link changes nothing, since mail scanners open links too; the button does. */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/confirm/{token}")
class ConfirmController {

    private final Tokens tokens;
    private final SignUps signUps;
    private final Subscriptions subscriptions;
    private final OwnPlaces places;
    private final AlertLinks links;
    private final CaseNewsPages cases;
    private final Pages pages;

    ConfirmController(
            Tokens tokens,
            SignUps signUps,
            Subscriptions subscriptions,
            OwnPlaces places,
            AlertLinks links,
            CaseNewsPages cases,
            Pages pages) {
        this.tokens = tokens;
        this.signUps = signUps;
        this.subscriptions = subscriptions;
        this.places = places;
        this.links = links;
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token) {
        var valid = tokens.read(LinkPurpose.CONFIRM, token);
        if (valid.scope().equals(AlertLinks.CASE)) {
            return cases.toConfirm(token, valid.subject());
        }
        var signUp = signUp(valid);
        var area = places.name(signUp.area()).orElse("your area");
        switch (signUps.standing(signUp)) {
            case OPEN -> {}
            case DONE -> {
                return already(signUp, area);
            }
            case OVER -> throw BadLink.expired();
        }
        var stopped = signUp.suppressedAt();
        return new PageView(
                "alerts/confirm",
                pages.page(Section.ALERTS, "Confirm that you want alerts").unlisted(),
                new ConfirmPage(area, token, signUps.wording(), stopped == null ? null : LondonTime.day(stopped)));
    }

    @PostMapping
    ModelAndView confirm(@PathVariable String token) {
        var valid = tokens.read(LinkPurpose.CONFIRM, token);
        if (valid.scope().equals(AlertLinks.CASE)) {
            return cases.confirm(valid.subject());
        }
        UUID id = signUp(valid).id();
        return signUps.confirm(id)
                .map(subscriber -> PageView.redirect(links.managePath(subscriber.id()) + "?done=confirmed"))
                .orElseThrow(BadLink::expired);
    }

    /** The button would lead to the person's own page, so the link to it gives nothing away that the button does not. */
    private PageView already(SignUp signUp, String area) {
        var follows = subscriptions.followedBy(signUp.subscriber()).contains(signUp.area());
        return new PageView(
                "alerts/confirmed-already",
                pages.page(Section.ALERTS, "You have already signed up").unlisted(),
                new ConfirmedPage(follows ? area : null, links.managePath(signUp.subscriber())));
    }

    private SignUp signUp(LinkReading.Valid token) {
        return signUps.find(token.subject()).orElseThrow(BadLink::forged);
    }
}
