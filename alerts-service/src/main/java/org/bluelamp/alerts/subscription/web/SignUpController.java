package org.bluelamp.alerts.subscription.web;

import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.subscriber.Strangers;
import org.bluelamp.alerts.subscription.SignUp;
import org.bluelamp.alerts.subscription.SignUpSettings;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing up. Whatever is known of the address, the answer is the same. */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/sign-up")
class SignUpController {

    private final SignUps signUps;
    private final SignUpSettings settings;
    private final Strangers strangers;
    private final Areas areas;
    private final FormWatch watch;
    private final ProofCheck proofs;
    private final Pages pages;

    SignUpController(
            SignUps signUps,
            SignUpSettings settings,
            Strangers strangers,
            Areas areas,
            FormWatch watch,
            ProofCheck proofs,
            Pages pages) {
        this.signUps = signUps;
        this.settings = settings;
        this.strangers = strangers;
        this.areas = areas;
        this.watch = watch;
        this.proofs = proofs;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String area) {
        var known = known(area).map(found -> found.code().value()).orElse("");
        return show(new BeanPropertyBindingResult(SignUpForm.blank(known), "form"), watch.open());
    }

    @PostMapping
    ModelAndView send(@ModelAttribute("form") SignUpForm form, BindingResult result) {
        var address = AddressField.read(form.address(), signUps, result);
        var area = known(text(form.area()));
        if (area.isEmpty()) {
            result.rejectValue("area", "area", "Select the area you want to follow");
        }
        var preferences = form.preferences(result);
        if (!result.hasErrors() && watch.doubts(form.opened(), form.website())) {
            result.reject("watch", "We could not tell if this form was sent by a person. Please send it again.");
        }
        var worth =
                result.hasErrors() ? ProofCheck.Worth.UNPROVEN : proofs.of(form.opened(), form.address(), form.proof());
        if (worth == ProofCheck.Worth.HELD_BACK) {
            result.reject("flood", ProofCheck.HELD_BACK);
        }
        if (result.hasErrors()) {
            return show(result, watch.keep(form.opened()));
        }
        signUps.request(
                address.orElseThrow(),
                area.orElseThrow().code(),
                preferences.orElseThrow(),
                SignUp.Source.PAGE,
                worth == ProofCheck.Worth.PROVEN);
        return PageView.redirect("/alerts/sign-up/sent");
    }

    @GetMapping("/sent")
    ModelAndView sent() {
        return new PageView(
                "alerts/sign-up-sent",
                page("Check your email").unlisted(),
                new SignUpSentPage(settings.confirmWithin().toDays(), strangers.mailsPerDay()));
    }

    private PageView show(BindingResult result, String opened) {
        var form = Form.of(result);
        var view = new PageView(
                "alerts/sign-up",
                page("Sign up for alerts").crumb("Alerts", "/alerts").form(form),
                new SignUpPage(form, areas.force(), areas.groups(), signUps.wording(), opened, proofs.asked()));
        return result.hasErrors() ? view.status(HttpStatus.UNPROCESSABLE_ENTITY) : view;
    }

    private Page page(String title) {
        return pages.page(Section.ALERTS, title);
    }

    private Optional<Area> known(String code) {
        try {
            return areas.find(new AreaCode(code));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
