package org.bluelamp.feedback.voice.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundDesk;
import org.bluelamp.feedback.round.web.RoundFrames;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.feedback.survey.web.Walk;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.WebProperties;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a team sees how many were heard, looks at the questions as residents do, and prints cards and a poster. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(RoundFrames.LIST + "/{id}")
class StaffVoicesController {

    private final RoundFrames frames;
    private final RoundDesk desk;
    private final Ballot ballot;
    private final Voices voices;
    private final PrintedPages printed;
    private final WebProperties web;

    StaffVoicesController(
            RoundFrames frames, RoundDesk desk, Ballot ballot, Voices voices, PrintedPages printed, WebProperties web) {
        this.frames = frames;
        this.desk = desk;
        this.ballot = ballot;
        this.voices = voices;
        this.printed = printed;
        this.web = web;
    }

    @GetMapping("/preview")
    ModelAndView preview(StaffMember staff, @PathVariable UUID id) {
        Round round = frames.find(staff, id);
        return previewPage(staff, round, Walk.start(round.survey()), false);
    }

    @PostMapping("/preview")
    ModelAndView previewed(StaffMember staff, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Round round = frames.find(staff, id);
        Survey survey = round.survey();
        return switch (Walk.take(survey, sent)) {
            case Walk.At at ->
                previewPage(staff, round, at, false)
                        .status(at.form().wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
            case Walk.Through _ -> previewPage(staff, round, Walk.start(survey), true);
        };
    }

    private PageView previewPage(StaffMember staff, Round round, Walk.At at, boolean through) {
        return new PageView(
                "feedback/voice/preview",
                frames.page(staff, "Preview", round)
                        .form(at.form())
                        .notice(
                                through
                                        ? NotificationBanner.success(
                                                "That was the last page. Nothing was kept. A resident would now enter a"
                                                        + " code and send the answers.")
                                        : null),
                new AnswerPage(
                        round, frames.area(round.area()), RoundFrames.path(round.id()) + "/preview", at, List.of()));
    }

    @GetMapping("/voices")
    ModelAndView voices(
            StaffMember staff, @PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        Round round = frames.find(staff, id);
        return voicesPage(
                staff,
                round,
                Form.of(new VoicesForm("48", null, null)),
                "back".equals(done)
                        ? NotificationBanner.success("What was set aside is counted among those without a code.")
                        : null);
    }

    /** A sheet of cards with codes, told once. */
    @PostMapping("/cards")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    Object cards(
            StaffMember staff, @PathVariable UUID id, @ModelAttribute("form") VoicesForm form, BindingResult errors) {
        Round round = frames.find(staff, id);
        frames.requireLead(staff, round.area());
        int number = form.count();
        if (number < 1 || number > Ballot.MOST_CARDS) {
            errors.rejectValue("number", "Range", "Enter how many cards, from 1 to " + Ballot.MOST_CARDS);
            return voicesPage(staff, round, Form.of(errors), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<VoiceCode> codes = ballot.cards(staff, round, number);
        if (codes.isEmpty()) {
            errors.reject(
                    "none",
                    over(round)
                            ? "The round is over, so there are no more cards"
                            : "The round has as many cards as it can have");
            return voicesPage(staff, round, Form.of(errors), null).status(HttpStatus.CONFLICT);
        }
        return pdf("cards.pdf", printed.cards(round, frames.area(round.area()), address(round), codes));
    }

    @GetMapping("/poster")
    ResponseEntity<byte[]> poster(StaffMember staff, @PathVariable UUID id) {
        Round round = frames.find(staff, id);
        return pdf("poster.pdf", printed.poster(round, frames.area(round.area()), address(round)));
    }

    @PostMapping("/take-back")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    ModelAndView takeBack(
            StaffMember staff, @PathVariable UUID id, @ModelAttribute("form") VoicesForm form, BindingResult errors) {
        Round round = frames.find(staff, id);
        frames.requireLead(staff, round.area());
        List<Voices.SetAsideGroup> groups = voices.setAside(round.id()).stream()
                .filter(group -> form.groups().contains(group.word()))
                .toList();
        if (groups.isEmpty()) {
            errors.rejectValue("groups", "NotEmpty", "Choose which of them are people’s answers");
        }
        String reason = Typed.oneLine(form.reason());
        if (reason.isEmpty() || Typed.length(reason) > VoicesForm.LONGEST_REASON) {
            errors.rejectValue(
                    "reason",
                    "NotBlank",
                    "Enter why you take these for people’s answers, in at most " + VoicesForm.LONGEST_REASON
                            + " characters");
        }
        if (errors.hasErrors()) {
            return voicesPage(staff, round, Form.of(errors), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ballot.takeBack(staff, round, groups, reason);
        return PageView.redirect(RoundFrames.path(round.id()) + "/voices?done=back");
    }

    private PageView voicesPage(StaffMember staff, Round round, Form form, @Nullable NotificationBanner notice) {
        return new PageView(
                "feedback/voice/staff-voices",
                frames.page(staff, "Who we heard from", round).form(form).notice(notice),
                new VoicesPage(
                        round,
                        voices.count(round.id()),
                        voices.setAside(round.id()),
                        form,
                        desk.mayLead(staff, round.area()),
                        over(round)));
    }

    private static boolean over(Round round) {
        return round instanceof Closed || round instanceof Decided;
    }

    private String address(Round round) {
        Area area = frames.area(round.area());
        return web.publicUrl() + "/have-your-say/" + area.path() + "/round";
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf);
    }

    /**
     * What is typed on the page of voices.
     *
     * @param number how many cards
     * @param reason why what was set aside is counted
     * @param groups which of it
     */
    record VoicesForm(String number, String reason, List<String> groups) {

        static final int LONGEST_REASON = 300;

        /** Takes what a browser sent. */
        VoicesForm(@Nullable String number, @Nullable String reason, @Nullable List<String> groups) {
            this.number = Objects.requireNonNullElse(number, "");
            this.reason = Objects.requireNonNullElse(reason, "");
            this.groups = groups == null ? List.of() : List.copyOf(groups);
        }

        int count() {
            try {
                return Integer.parseInt(number.strip());
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
