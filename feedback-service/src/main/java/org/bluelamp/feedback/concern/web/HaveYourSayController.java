package org.bluelamp.feedback.concern.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.web.UnknownArea;
import org.bluelamp.feedback.cases.Reaching;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Draft.Faulty;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.concern.Submission;
import org.bluelamp.feedback.photo.Photos;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Given;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.feedback.support.Supporting;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.feedback.voice.VoiceCode;
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

/** Where residents say what their team should work on. Works without script, and nobody has to say who they are. */
@Controller
@PublicEndpoint
@RequestMapping("/have-your-say")
class HaveYourSayController {

    private final Areas areas;
    private final UnknownArea unknownArea;
    private final ConcernPages forms;
    private final PinPages maps;
    private final SentPhotos sent;
    private final Photos photos;
    private final Themes themes;
    private final Intake intake;
    private final Supports supports;
    private final Supporting supporting;
    private final Rounds rounds;
    private final Pages pages;
    private final Clock clock;

    HaveYourSayController(
            Areas areas,
            UnknownArea unknownArea,
            ConcernPages forms,
            PinPages maps,
            SentPhotos sent,
            Photos photos,
            Themes themes,
            Intake intake,
            Supports supports,
            Supporting supporting,
            Rounds rounds,
            Pages pages,
            Clock clock) {
        this.areas = areas;
        this.unknownArea = unknownArea;
        this.forms = forms;
        this.maps = maps;
        this.sent = sent;
        this.photos = photos;
        this.themes = themes;
        this.intake = intake;
        this.supports = supports;
        this.supporting = supporting;
        this.rounds = rounds;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView start(HttpServletResponse response) {
        cache(response, CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic());
        return new PageView(
                "feedback/have-your-say",
                pages.page(Section.HAVE_YOUR_SAY, "Have your say")
                        .description("Tell your neighbourhood policing team what they should work on where you live."),
                new HaveYourSayPage(areas.byDistrict()));
    }

    /** An address cut off after the district leads to the district in the list. */
    @GetMapping("/{district}")
    ModelAndView district(@PathVariable String district) {
        return areas.district(district)
                .map(found -> PageView.redirect("/have-your-say#" + found.path()))
                .orElseGet(() -> unknownArea.page(""));
    }

    @GetMapping("/{district}/{neighbourhood}")
    ModelAndView form(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @RequestParam(name = "supports", required = false) @Nullable String supported,
            HttpServletResponse response) {
        // Every form is one of its own, but the browser may keep it, so that "back" finds what was typed.
        cache(response, CacheControl.noCache().cachePrivate());
        return areas.neighbourhood(district + "/" + neighbourhood)
                .<ModelAndView>map(area -> forms.form(area, Form.of(ConcernForm.blank(clock, supported))))
                .orElseGet(() -> unknownArea.page(""));
    }

    @PostMapping("/{district}/{neighbourhood}")
    ModelAndView send(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @ModelAttribute("form") ConcernForm form,
            BindingResult result) {
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page(form.text());
        }
        sent.receive(form, result);
        Pin pin = form.pin();
        boolean elsewhere = pin != null && !maps.takes(area, pin);
        if (form.step().equals(ConcernForm.EDIT)) {
            // Who was led here from another neighbourhood's map brings a mark that is not of this one.
            return forms.form(area, Form.of(elsewhere ? form.at(null) : form));
        }
        if (form.step().equals(ConcernForm.MAP) && !result.hasErrors()) {
            return maps.page(area, form);
        }
        if (elsewhere) {
            result.rejectValue("lat", "Rule", "Mark a place in " + area.name() + ", or take the mark away");
        }
        Draft draft = form.draft(area.code());
        Reaching reaching = form.reaching();
        reaching.faults().forEach(fault -> result.rejectValue(fault.field(), "Rule", fault.message()));
        return switch (draft.check(themes.offered())) {
            case InOrder(var submission) when !result.hasErrors() -> kept(area, form, result, submission);
            case InOrder _ -> forms.form(area, Form.of(result)).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Faulty(var faults) -> {
                faults.forEach(fault -> result.rejectValue(fault.part().field(), "Rule", fault.message()));
                yield forms.form(area, Form.of(result)).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** What is in order is kept, unless neighbours have said the same: then it is asked first whether to support that. */
    private ModelAndView kept(Area area, ConcernForm form, BindingResult result, Submission submission) {
        @Nullable SetAside suspicion = form.suspicion(clock);
        Cause cause = form.cause().orElse(null);
        if (!form.chosen() && suspicion == null) {
            List<Said> similar = similar(submission);
            if (!similar.isEmpty()) {
                if (!form.asked().isEmpty()) {
                    result.rejectValue("choice", "NotBlank", "Select one of these, or send your own");
                }
                return similarPage(area, form, result, similar);
            }
        }
        String typed = form.code().strip();
        if (cause != null && !typed.isEmpty()) {
            Optional<VoiceCode> code = VoiceCode.read(typed);
            Given given = code.map(read -> supporting.withCode(area.code(), cause, read, form.token()))
                    .orElse(Given.UNKNOWN_CODE);
            if (given == Given.COUNTED) {
                photos.leaveOut(form.token());
                return PageView.redirect("/have-your-say/" + area.path() + "/said/" + cause.code() + "/thanks");
            }
            result.rejectValue(
                    "code",
                    "Rule",
                    code.isEmpty() ? "Enter the code in the form 7K3M-Q9TF-22VX, or leave it empty" : given.fault());
            return similarPage(area, form, result, similar(submission));
        }
        Intake.From from =
                Intake.From.form(form.token(), submission, form.reaching().details(), suspicion);
        Intake.Receipt receipt = intake.take(submission, from, Intake.Beside.form(cause, form.token()));
        return PageView.redirect(from.link().sent(receipt.before()));
    }

    private List<Said> similar(Submission submission) {
        return supports.similar(submission.area(), submission.themes(), submission.text() + " " + submission.place());
    }

    private PageView similarPage(Area area, ConcernForm form, BindingResult result, List<Said> similar) {
        PageView view = new PageView(
                "feedback/similar",
                pages.page(Section.HAVE_YOUR_SAY, "Has a neighbour already told us?")
                        .caption(area.name())
                        .crumb("Have your say", "/have-your-say")
                        .unlisted()
                        .form(Form.of(result)),
                new SimilarPage(
                        area,
                        form.carried(),
                        similar,
                        rounds.open(area.code()).isPresent() || !form.code().isBlank(),
                        Form.of(result)));
        return result.hasErrors() ? view.status(HttpStatus.UNPROCESSABLE_CONTENT) : view;
    }

    private static void cache(HttpServletResponse response, CacheControl control) {
        @Nullable String value = control.getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, value);
    }
}
