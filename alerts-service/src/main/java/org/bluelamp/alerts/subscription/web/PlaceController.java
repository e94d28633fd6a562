package org.bluelamp.alerts.subscription.web;

import org.bluelamp.alerts.subscription.SignUp;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signing up for a place of one's own. Where it is comes in the body, never in an address, which would end in logs; and
 * whatever is known of the email address, the answer is the same.
 */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/sign-up/place")
class PlaceController {

    private final SignUps signUps;
    private final PlaceReader reader;
    private final FormWatch watch;
    private final ProofCheck proofs;
    private final PlacePages view;
    private final Pages pages;

    PlaceController(
            SignUps signUps, PlaceReader reader, FormWatch watch, ProofCheck proofs, PlacePages view, Pages pages) {
        this.signUps = signUps;
        this.reader = reader;
        this.watch = watch;
        this.proofs = proofs;
        this.view = view;
        this.pages = pages;
    }

    @GetMapping
    PageView form(@RequestParam(defaultValue = "") String area) {
        return show(Form.of(PlaceForm.BLANK), area, watch.open());
    }

    @PostMapping
    ModelAndView send(
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String mapped,
            @RequestParam(defaultValue = "") String show,
            @ModelAttribute("form") PlaceForm form,
            BindingResult result) {
        if (PlacePages.wantsAnotherMap(show, area, mapped)) {
            return show(Form.of(form), area, watch.keep(form.opened()));
        }
        var address = AddressField.read(form.address(), signUps, result);
        var place = reader.read(form, result);
        var severity = PlaceReader.leastSeverity(form.leastSeverity(), result);
        if (!result.hasErrors() && watch.doubts(form.opened(), form.website())) {
            result.reject("watch", "We could not tell if this form was sent by a person. Please send it again.");
        }
        var worth =
                result.hasErrors() ? ProofCheck.Worth.UNPROVEN : proofs.of(form.opened(), form.address(), form.proof());
        if (worth == ProofCheck.Worth.HELD_BACK) {
            result.reject("flood", ProofCheck.HELD_BACK);
        }
        if (result.hasErrors()) {
            return show(Form.of(result), area, watch.keep(form.opened())).status(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        signUps.request(
                address.orElseThrow(),
                place.orElseThrow(),
                severity.orElseThrow(),
                SignUp.Source.PAGE,
                worth == ProofCheck.Worth.PROVEN);
        return PageView.redirect("/alerts/sign-up/sent");
    }

    private PageView show(Form form, String area, String opened) {
        return view.show(
                pages.page(Section.ALERTS, "Sign up for alerts about a place of your own")
                        .crumb("Alerts", "/alerts"),
                "/alerts/sign-up/place",
                form,
                area,
                opened,
                proofs.asked());
    }
}
