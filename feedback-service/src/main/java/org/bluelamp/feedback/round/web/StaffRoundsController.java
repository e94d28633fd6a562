package org.bluelamp.feedback.round.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Plan;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundDesk;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.round.RoundsMeetException;
import org.bluelamp.feedback.round.StaleRoundException;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where sergeants and administrators plan rounds, and officers read them. A new round has its id from the first look at
 * the empty form, so sending the form twice plans one.
 */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(RoundFrames.LIST)
class StaffRoundsController {

    private static final int SHOWN = 500;

    private final RoundDesk desk;
    private final Rounds rounds;
    private final RoundFrames frames;
    private final Areas areas;
    private final Pages pages;
    private final Clock clock;

    StaffRoundsController(RoundDesk desk, Rounds rounds, RoundFrames frames, Areas areas, Pages pages, Clock clock) {
        this.desk = desk;
        this.rounds = rounds;
        this.frames = frames;
        this.areas = areas;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(StaffMember staff, @RequestParam(required = false) @Nullable String removed) {
        List<Area> own = areas.neighbourhoodsIn(staff.areas());
        Map<AreaCode, List<Rounds.Line>> lines = rounds
                .lines(own.stream().map(Area::code).toList(), SHOWN)
                .stream()
                .collect(Collectors.groupingBy(Rounds.Line::area));
        return new PageView(
                "feedback/round/staff-list",
                pages.staff(StaffSection.FEEDBACK, "Rounds", staff)
                        .notice(removed == null ? null : NotificationBanner.success("The round is removed.")),
                new StaffRoundsPage(own.stream()
                        .map(area -> new StaffRoundsPage.OfTeam(
                                area, lines.getOrDefault(area.code(), List.of()), desk.mayLead(staff, area.code())))
                        .toList()));
    }

    @GetMapping("/new")
    ModelAndView blank(StaffMember staff, @RequestParam String area) {
        AreaCode chosen = neighbourhood(area);
        frames.requireLead(staff, chosen);
        return newPage(staff, RoundId.next(), chosen, Form.of(PlanForm.blank()));
    }

    @PostMapping("/new")
    ModelAndView plan(
            StaffMember staff,
            @RequestParam String area,
            @RequestParam UUID id,
            @ModelAttribute("form") PlanForm form,
            BindingResult errors) {
        AreaCode chosen = neighbourhood(area);
        frames.requireLead(staff, chosen);
        RoundId round = new RoundId(id);
        Optional<Plan> plan = form.read(round, chosen, Survey.EMPTY, today(), errors);
        if (plan.isPresent()) {
            try {
                desk.plan(staff, plan.get());
                return PageView.redirect(RoundFrames.path(round) + "?done=planned");
            } catch (RoundsMeetException e) {
                RoundFrames.rejectMeeting(errors, "first", e);
            }
        }
        return newPage(staff, round, chosen, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    ModelAndView round(
            StaffMember staff, @PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        Round round = frames.find(staff, id);
        return new PageView(
                "feedback/round/staff-round",
                frames.page(staff, round.plan().title(), round.area()).notice(notice(done)),
                new StaffRoundPage(
                        round,
                        frames.area(round.area()),
                        rounds.lastChange(round.id())
                                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                        desk.mayLead(staff, round.area())));
    }

    @GetMapping("/{id}/plan")
    ModelAndView planned(StaffMember staff, @PathVariable UUID id) {
        Planned round = frames.lead(staff, id, Planned.class);
        return planPage(staff, round, Form.of(PlanForm.of(round.plan())));
    }

    @PostMapping("/{id}/plan")
    ModelAndView revise(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") PlanForm form,
            BindingResult errors) {
        Planned round = frames.lead(staff, id, Planned.class);
        Optional<Plan> plan = form.read(round.id(), round.area(), Survey.EMPTY, today(), errors);
        if (plan.isPresent()) {
            try {
                desk.revise(staff, round.id(), version, before -> plan.get().with(before.survey()));
                return PageView.redirect(RoundFrames.path(round.id()) + "?done=revised");
            } catch (RoundsMeetException e) {
                RoundFrames.rejectMeeting(errors, "first", e);
            } catch (StaleRoundException e) {
                frames.rejectStale(errors, round.id());
                return planPage(staff, frames.lead(staff, id, Planned.class), Form.of(errors))
                        .status(HttpStatus.CONFLICT);
            }
        }
        return planPage(staff, round, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}/{deed:until|close|remove}")
    ModelAndView ask(StaffMember staff, @PathVariable UUID id, @PathVariable String deed) {
        Round round = subject(staff, id, deed);
        return deedPage(
                staff,
                round,
                deed,
                Form.of(new RoundDeedForm(DateBoxes.of(round.plan().period().last()), null)));
    }

    @PostMapping("/{id}/{deed:until|close|remove}")
    ModelAndView act(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable String deed,
            @RequestParam long version,
            @ModelAttribute("form") RoundDeedForm form,
            BindingResult errors) {
        Round round = subject(staff, id, deed);
        try {
            switch (deed) {
                case "until" -> {
                    @Nullable LocalDate last = form.last().read(errors, "last", "The last day");
                    if (last != null) {
                        PlanForm.checkLast(errors, "last", round.plan().period().first(), last, today());
                    }
                    if (last != null && !errors.hasErrors()) {
                        desk.until(staff, round.id(), version, last);
                        return PageView.redirect(RoundFrames.path(round.id()) + "?done=until");
                    }
                }
                case "close" -> {
                    String reason = Typed.oneLine(form.reason());
                    if (reason.isEmpty()) {
                        errors.rejectValue("reason", "NotBlank", "Enter why the round ends now");
                    } else if (Typed.length(reason) > RoundDeedForm.LONGEST_REASON) {
                        errors.rejectValue(
                                "reason",
                                "Size",
                                "The reason must be " + RoundDeedForm.LONGEST_REASON + " characters or fewer");
                    } else {
                        desk.close(staff, round.id(), version, reason);
                        return PageView.redirect(RoundFrames.path(round.id()) + "?done=closed");
                    }
                }
                default -> {
                    desk.remove(staff, round.id(), version);
                    return PageView.redirect(RoundFrames.LIST + "?removed");
                }
            }
        } catch (RoundsMeetException e) {
            RoundFrames.rejectMeeting(errors, "last", e);
        } catch (StaleRoundException e) {
            frames.rejectStale(errors, round.id());
            Round now = frames.find(staff, id);
            return now.state() == round.state()
                    ? deedPage(staff, now, deed, Form.of(errors)).status(HttpStatus.CONFLICT)
                    : PageView.redirect(RoundFrames.path(round.id()));
        }
        return deedPage(staff, round, deed, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Only what has not begun can go, and only what is open can end. */
    private Round subject(StaffMember staff, UUID id, String deed) {
        return deed.equals("remove") ? frames.lead(staff, id, Planned.class) : frames.lead(staff, id, Open.class);
    }

    private PageView newPage(StaffMember staff, RoundId id, AreaCode area, Form form) {
        return new PageView(
                "feedback/round/staff-plan",
                frames.page(staff, "Plan a round", area).form(form),
                new PlanPage(RoundFrames.LIST + "/new?area=" + area + "&id=" + id, 0, form, RoundFrames.LIST));
    }

    private PageView planPage(StaffMember staff, Planned round, Form form) {
        String path = RoundFrames.path(round.id());
        return new PageView(
                "feedback/round/staff-plan",
                frames.page(staff, "Change the plan", round).form(form),
                new PlanPage(path + "/plan", round.version(), form, path));
    }

    private PageView deedPage(StaffMember staff, Round round, String deed, Form form) {
        String title = switch (deed) {
            case "until" -> "Change the last day";
            case "close" -> "Close this round now";
            default -> "Remove this round";
        };
        return new PageView(
                "feedback/round/staff-deed",
                frames.page(staff, title, round).form(form),
                new RoundDeedPage(round, deed, form));
    }

    private AreaCode neighbourhood(String code) {
        try {
            return areas.area(new AreaCode(code))
                    .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                    .code();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private LocalDate today() {
        return LondonTime.date(clock.instant());
    }

    private static @Nullable NotificationBanner notice(@Nullable String done) {
        if (done == null) {
            return null;
        }
        return switch (done) {
            case "planned" ->
                NotificationBanner.success("The round is planned. Look at its questions before it opens.");
            case "revised" -> NotificationBanner.success("The plan is changed.");
            case "asked" -> NotificationBanner.success("The questions are changed.");
            case "until" -> NotificationBanner.success("The last day is changed. Residents see it.");
            case "closed" -> NotificationBanner.success("The round is closed. Nobody can answer any more.");
            case "back" -> NotificationBanner.success("What was set aside is counted among those without a code.");
            case "decided" ->
                NotificationBanner.success("The priorities are set. Residents see them and the decision.");
            default -> null;
        };
    }
}
