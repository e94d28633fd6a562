package org.bluelamp.feedback.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.bluelamp.feedback.FeedbackProperties;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.web.UnknownArea;
import org.bluelamp.feedback.cases.ContactDraft.Faulty;
import org.bluelamp.feedback.cases.ContactDraft.InOrder;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where residents write to a team. Works without script, account or cookie. */
@Controller
@PublicEndpoint
@RequestMapping("/have-your-say")
class ContactController {

    private final Areas areas;
    private final UnknownArea unknownArea;
    private final Teams teams;
    private final ContactIntake intake;
    private final Pages pages;
    private final FeedbackProperties links;
    private final Clock clock;

    ContactController(
            Areas areas,
            UnknownArea unknownArea,
            Teams teams,
            ContactIntake intake,
            Pages pages,
            FeedbackProperties links,
            Clock clock) {
        this.areas = areas;
        this.unknownArea = unknownArea;
        this.teams = teams;
        this.intake = intake;
        this.pages = pages;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/{district}/{neighbourhood}/contact")
    ModelAndView form(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @RequestParam(defaultValue = "") String alert,
            HttpServletResponse response) {
        // Every form is one of its own, but the browser may keep it, so that "back" finds what was typed.
        cache(response, CacheControl.noCache().cachePrivate());
        return areas.neighbourhood(district + "/" + neighbourhood)
                .<ModelAndView>map(area -> page(area, Form.of(ContactForm.blank(clock, alert))))
                .orElseGet(() -> unknownArea.page(""));
    }

    @PostMapping("/{district}/{neighbourhood}/contact")
    ModelAndView send(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @ModelAttribute("form") ContactForm form,
            BindingResult result) {
        @Nullable
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page(form.message());
        }
        return switch (form.draft(area.code()).check()) {
            case InOrder(var message) -> {
                ContactIntake.Receipt receipt = intake.take(message, form.token(), form.suspicion(clock));
                yield PageView.redirect(receipt.link().sent(receipt.before()));
            }
            case Faulty(var faults) -> {
                faults.forEach(fault -> result.rejectValue(fault.field(), "Rule", fault.message()));
                yield page(area, Form.of(result)).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private PageView page(Area area, Form form) {
        @Nullable Team team = teams.of(area.code()).orElse(null);
        return new PageView(
                "feedback/contact/form",
                pages.page(Section.HAVE_YOUR_SAY, "Write to the team of " + area.name())
                        .crumb("Have your say", "/have-your-say")
                        .description("Send a message to the neighbourhood policing team of " + area.name() + ".")
                        .form(form),
                new ContactPage(area, team, Team.readers(team), form, links));
    }

    private static void cache(HttpServletResponse response, CacheControl control) {
        @Nullable String value = control.getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, value);
    }
}
