package org.bluelamp.alerts.subscription.web;

import org.bluelamp.alerts.casenews.CaseNewsDesk;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.alerts.subscriber.Strangers;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
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

/**
 * Asking for mails about what one told the police. The way here is a form on one's own page of it, which POSTs the secret
 * of the link: so it stands in no address, no event and no log, and feedback-service learns no mail address.
 */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/case-news")
class CaseNewsController {

    private final CaseNewsDesk desk;
    private final SignUps signUps;
    private final Strangers strangers;
    private final FormWatch watch;
    private final ProofCheck proofs;
    private final Pages pages;

    CaseNewsController(
            CaseNewsDesk desk, SignUps signUps, Strangers strangers, FormWatch watch, ProofCheck proofs, Pages pages) {
        this.desk = desk;
        this.signUps = signUps;
        this.strangers = strangers;
        this.watch = watch;
        this.proofs = proofs;
        this.pages = pages;
    }

    /** From one's own page of what one told. */
    @PostMapping
    ModelAndView form(@RequestParam(defaultValue = "") String link) {
        CaseLink own = CaseLink.parse(link).orElseThrow(BadLink::forged);
        return show(
                new BeanPropertyBindingResult(new CaseNewsForm("", link, null, null, null), "form"), own, watch.open());
    }

    /** After a reload that asks for the address alone: the way is from one's own page. */
    @GetMapping({"", "/ask"})
    ModelAndView away() {
        return PageView.redirect("/have-your-say");
    }

    @PostMapping("/ask")
    ModelAndView ask(@ModelAttribute("form") CaseNewsForm form, BindingResult result) {
        CaseLink own = CaseLink.parse(form.link()).orElseThrow(BadLink::forged);
        var address = AddressField.read(form.address(), signUps, result);
        if (!result.hasErrors() && watch.doubts(form.opened(), form.website())) {
            result.reject("watch", "We could not tell if this form was sent by a person. Please send it again.");
        }
        var worth =
                result.hasErrors() ? ProofCheck.Worth.UNPROVEN : proofs.of(form.opened(), form.address(), form.proof());
        if (worth == ProofCheck.Worth.HELD_BACK) {
            result.reject("flood", ProofCheck.HELD_BACK);
        }
        if (result.hasErrors()) {
            return show(result, own, watch.keep(form.opened()));
        }
        desk.ask(address.orElseThrow(), own, worth == ProofCheck.Worth.PROVEN);
        return PageView.redirect("/alerts/case-news/sent");
    }

    @GetMapping("/sent")
    ModelAndView sent() {
        return new PageView(
                "alerts/case-news-sent",
                pages.page(Section.HAVE_YOUR_SAY, "Check your email").unlisted(),
                new CaseNewsPage.Sent(desk.confirmWithin(), strangers.mailsPerDay()));
    }

    private PageView show(BindingResult result, CaseLink own, String opened) {
        Form form = Form.of(result);
        PageView view = new PageView(
                "alerts/case-news",
                pages.page(Section.HAVE_YOUR_SAY, "Get an email when something happens")
                        .unlisted()
                        .form(form),
                new CaseNewsPage(form, own, desk.wording(), opened, proofs.asked()));
        return result.hasErrors() ? view.status(HttpStatus.UNPROCESSABLE_ENTITY) : view;
    }
}
