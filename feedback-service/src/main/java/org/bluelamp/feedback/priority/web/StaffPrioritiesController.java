package org.bluelamp.feedback.priority.web;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.priority.StalePriorityException;
import org.bluelamp.feedback.priority.TooManyPrioritiesException;
import org.bluelamp.feedback.submission.AskedDeed;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
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
 * Where sergeants and administrators set priorities and say what they are about, and officers read them. A new priority
 * has its id from the first look at the empty form, so sending the form twice sets one.
 */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(PriorityFrames.LIST)
class StaffPrioritiesController {

    private final PriorityDesk desk;
    private final Priorities priorities;
    private final PriorityFrames frames;
    private final ConcernChoices concerns;
    private final Areas areas;
    private final Pages pages;
    private final Clock clock;

    StaffPrioritiesController(
            PriorityDesk desk,
            Priorities priorities,
            PriorityFrames frames,
            ConcernChoices concerns,
            Areas areas,
            Pages pages,
            Clock clock) {
        this.desk = desk;
        this.priorities = priorities;
        this.frames = frames;
        this.concerns = concerns;
        this.areas = areas;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(StaffMember staff) {
        List<Area> own = areas.neighbourhoodsIn(staff.areas());
        Map<AreaCode, List<Current>> current =
                priorities.current(own.stream().map(Area::code).toList());
        List<StaffPrioritiesPage.OfTeam> teams = own.stream()
                .map(area -> {
                    List<Current> those = current.getOrDefault(area.code(), List.of());
                    boolean mayLead = desk.mayLead(staff, area.code());
                    boolean mayAdd = those.size() < Priorities.AT_ONCE && mayLead;
                    return new StaffPrioritiesPage.OfTeam(area, those, mayLead, mayAdd);
                })
                .toList();
        return new PageView(
                "feedback/priority/staff-list",
                pages.staff(StaffSection.FEEDBACK, "Priorities", staff),
                new StaffPrioritiesPage(teams, LondonTime.date(clock.instant())));
    }

    @GetMapping("/new")
    ModelAndView blank(StaffMember staff, @RequestParam String area) {
        Area chosen = neighbourhood(area);
        frames.requireLead(staff, chosen.code());
        return newPage(staff, PriorityId.next(), chosen, PriorityForm.blank(), Form.of(PriorityForm.blank()));
    }

    @PostMapping("/new")
    ModelAndView set(
            StaffMember staff,
            @RequestParam String area,
            @RequestParam UUID id,
            @ModelAttribute("form") PriorityForm form,
            BindingResult errors) {
        Area chosen = neighbourhood(area);
        PriorityId priority = new PriorityId(id);
        frames.requireLead(staff, chosen.code());
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                desk.set(staff, priority, chosen.code(), form.words(), form.references());
                return PageView.redirect(PriorityFrames.path(priority) + "?done=set");
            } catch (TooManyPrioritiesException e) {
                errors.reject(
                        "tooMany",
                        chosen.name() + " works on " + Priorities.AT_ONCE
                                + " priorities already. Complete or replace one of them first");
            }
        }
        return newPage(staff, priority, chosen, form, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    ModelAndView priority(
            StaffMember staff, @PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        Priority priority = frames.find(staff, new PriorityId(id));
        Area area = frames.area(priority.area());
        return new PageView(
                "feedback/priority/staff-priority",
                frames.page(staff, priority.aim().issue(), area).notice(notice(done)),
                new StaffPriorityPage(
                        priority,
                        area,
                        frames.last(priority.id()),
                        desk.mayLead(staff, area.code()),
                        desk.mayWeigh(staff, area.code()),
                        LondonTime.date(clock.instant())));
    }

    @GetMapping("/{id}/words")
    ModelAndView words(StaffMember staff, @PathVariable UUID id) {
        @Nullable Current current = frames.current(staff, new PriorityId(id));
        return current == null ? over(id) : wordsPage(staff, current, Form.of(PriorityForm.of(current.aim())));
    }

    @PostMapping("/{id}/words")
    ModelAndView revise(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") PriorityForm form,
            BindingResult errors) {
        PriorityId priority = new PriorityId(id);
        @Nullable Current current = frames.current(staff, priority);
        if (current == null) {
            return over(id);
        }
        form.check(errors);
        if (errors.hasErrors()) {
            return wordsPage(staff, current, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            desk.revise(staff, priority, version, form.words());
            return PageView.redirect(PriorityFrames.path(priority) + "?done=words");
        } catch (StalePriorityException tooLate) {
            return conflict(staff, priority, errors, now -> wordsPage(staff, now, Form.of(errors)));
        }
    }

    @GetMapping("/{id}/evidence")
    ModelAndView evidence(StaffMember staff, @PathVariable UUID id) {
        @Nullable Current current = frames.current(staff, new PriorityId(id));
        if (current == null) {
            return over(id);
        }
        staff.require(Role.SERGEANT, current.area());
        Set<Reference> linked = priorities.evidence(current.id());
        PriorityForm ticked = new PriorityForm(
                null, null, null, linked.stream().map(Reference::value).toList());
        return evidencePage(staff, current, linked, Form.of(ticked));
    }

    @PostMapping("/{id}/evidence")
    ModelAndView back(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") PriorityForm form,
            BindingResult errors) {
        PriorityId priority = new PriorityId(id);
        try {
            desk.back(staff, priority, version, form.references());
            return PageView.redirect(PriorityFrames.path(priority) + "?done=evidence");
        } catch (StalePriorityException tooLate) {
            return conflict(
                    staff, priority, errors, now -> evidencePage(staff, now, form.references(), Form.of(errors)));
        }
    }

    private interface Again {
        PageView page(Current now);
    }

    private ModelAndView conflict(StaffMember staff, PriorityId id, BindingResult errors, Again again) {
        @Nullable Current now = frames.current(staff, id);
        if (now == null) {
            return over(id.value());
        }
        frames.rejectStale(errors, id);
        return again.page(now).status(HttpStatus.CONFLICT);
    }

    /** What has ended cannot be changed; its page says so. */
    private static ModelAndView over(UUID id) {
        return PageView.redirect(PriorityFrames.path(new PriorityId(id)));
    }

    private PageView newPage(StaffMember staff, PriorityId id, Area area, PriorityForm typed, Form form) {
        return new PageView(
                "feedback/priority/words",
                frames.page(staff, "Set a priority", area).form(form),
                new WordsPage(
                        PriorityFrames.LIST + "/new?area=" + area.code() + "&id=" + id,
                        0,
                        form,
                        concerns.of(staff, area.code(), typed.references()),
                        PriorityFrames.LIST));
    }

    private PageView wordsPage(StaffMember staff, Current priority, Form form) {
        String path = PriorityFrames.path(priority.id());
        return new PageView(
                "feedback/priority/words",
                frames.page(staff, "Change the words", priority).form(form),
                new WordsPage(path + "/words", priority.version(), form, List.of(), path));
    }

    private PageView evidencePage(StaffMember staff, Current priority, Set<Reference> ticked, Form form) {
        return new PageView(
                "feedback/priority/evidence",
                frames.page(staff, "Concerns that led to it", priority).form(form),
                new EvidencePage(priority, form, concerns.of(staff, priority.area(), new HashSet<>(ticked))));
    }

    private Area neighbourhood(String code) {
        try {
            return areas.area(new AreaCode(code))
                    .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static @Nullable NotificationBanner notice(@Nullable String done) {
        if (done == null) {
            return null;
        }
        return switch (done) {
            case "set" -> NotificationBanner.success("The priority has been set. Residents can see it");
            case "words" -> NotificationBanner.success("The wording has been changed. Residents can see it");
            case "planned" -> NotificationBanner.success("The action has been added. Residents can see it");
            case "finished" -> NotificationBanner.success("The action is done. Residents can see what came of it");
            case "dropped" -> NotificationBanner.success("The action has been removed");
            case "evidence" ->
                NotificationBanner.success("The concerns have been linked. Residents can see how many there are");
            default ->
                AskedDeed.of(Step.class, done)
                        .map(step -> NotificationBanner.success(step.words().done()))
                        .orElse(null);
        };
    }
}
