package org.bluelamp.directory.meeting.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.meeting.Hosts;
import org.bluelamp.directory.meeting.Hosts.Host;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.directory.meeting.MeetingTimes;
import org.bluelamp.directory.meeting.Meetings;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.StaleMeeting;
import org.bluelamp.directory.meeting.web.StaffMeetingPages.CancelPage;
import org.bluelamp.directory.meeting.web.StaffMeetingPages.Date;
import org.bluelamp.directory.meeting.web.StaffMeetingPages.EditPage;
import org.bluelamp.directory.meeting.web.StaffMeetingPages.Line;
import org.bluelamp.directory.meeting.web.StaffMeetingPages.ListPage;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which officers enter, change and cancel the meetings of their own team. */
@Controller
@RequestMapping("/staff/directory")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class StaffMeetingController {

    private static final int DATES = 8;

    private final Meetings meetings;
    private final MeetingRegister register;
    private final Hosts hosts;
    private final StaffAreas areas;
    private final Pages pages;
    private final Clock clock;

    StaffMeetingController(
            Meetings meetings, MeetingRegister register, Hosts hosts, StaffAreas areas, Pages pages, Clock clock) {
        this.meetings = meetings;
        this.register = register;
        this.hosts = hosts;
        this.areas = areas;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/meetings/{*area}")
    PageView list(
            StaffMember staff,
            @PathVariable("area") String path,
            @RequestParam(name = "done", required = false) @Nullable String done) {
        Area area = areas.team(staff, path);
        List<Host> team = hosts.of(area.code());
        Instant now = clock.instant();
        List<Occurrence> next = new ArrayList<>();
        List<Line> gone = new ArrayList<>();
        for (Meeting meeting : meetings.within(area.code(), Instant.EPOCH)) {
            Optional<Occurrence> first = meeting.cancelled()
                    ? Optional.empty()
                    : meeting.occurrences(now).findFirst();
            first.ifPresentOrElse(next::add, () -> gone.addFirst(line(meeting, null, team)));
        }
        List<Line> coming = next.stream()
                .sorted(Comparator.comparing(Occurrence::startsAt))
                .map(one -> line(one.meeting(), one, team))
                .toList();
        return new PageView(
                "directory/staff/meetings",
                frame(staff, area, "Meetings").notice(notice(done)),
                new ListPage(area, coming, gone));
    }

    @GetMapping("/meetings/new/{*area}")
    PageView add(StaffMember staff, @PathVariable("area") String path) {
        return editPage(staff, areas.team(staff, path), null, blank(MeetingForm.blank()), 0, List.of());
    }

    @PostMapping("/meetings/new/{*area}")
    ModelAndView added(
            StaffMember staff,
            @PathVariable("area") String path,
            @Valid @ModelAttribute("form") MeetingForm sent,
            BindingResult result) {
        Area area = areas.team(staff, path);
        Optional<MeetingDescription> described = sent.read(result, null, hosts.of(area.code()), clock.instant());
        if (described.isEmpty()) {
            return editPage(staff, area, null, Form.of(result), 0, List.of()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        register.add(staff, area.code(), described.get());
        return PageView.redirect(MeetingAddresses.staff(area.code()) + "?done=added");
    }

    @GetMapping("/meeting/{id}")
    PageView edit(StaffMember staff, @PathVariable("id") UUID id) {
        Meeting meeting = meeting(id);
        Area area = areas.team(staff, meeting.area().value());
        return editPage(staff, area, meeting, blank(MeetingForm.of(meeting)), meeting.version(), List.of());
    }

    @PostMapping("/meeting/{id}")
    ModelAndView edited(
            StaffMember staff,
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") MeetingForm sent,
            BindingResult result) {
        Meeting meeting = meeting(id);
        Area area = areas.team(staff, meeting.area().value());
        if (meeting.cancelled()) {
            return cancelledAlready(staff, area, meeting);
        }
        Optional<MeetingDescription> described = sent.read(result, meeting, hosts.of(area.code()), clock.instant());
        if (described.isEmpty()) {
            return editPage(staff, area, meeting, Form.of(result), sent.version(), List.of())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            register.change(staff, id, described.get(), sent.version());
            return PageView.redirect(MeetingAddresses.staff(area.code()) + "?done=changed");
        } catch (StaleMeeting stale) {
            MeetingForm kept = sent.atVersion(stale.current().version());
            BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
            told.reject("stale", changedMeanwhile(stale.current()));
            return editPage(staff, area, stale.current(), Form.of(told), kept.version(), inWords(stale.current()))
                    .status(HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/meeting/{id}/cancel")
    ModelAndView cancel(
            StaffMember staff,
            @PathVariable("id") UUID id,
            @RequestParam(name = "date", required = false) @Nullable String date) {
        Meeting meeting = meeting(id);
        Area area = areas.team(staff, meeting.area().value());
        if (meeting.cancelled()) {
            return cancelledAlready(staff, area, meeting);
        }
        CancelForm empty = new CancelForm(meeting.version(), date == null ? "" : date, "");
        return cancelPage(staff, area, meeting, date(meeting, empty.date()), blank(empty), meeting.version());
    }

    @PostMapping("/meeting/{id}/cancel")
    ModelAndView cancelled(
            StaffMember staff,
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") CancelForm sent,
            BindingResult result) {
        Meeting meeting = meeting(id);
        Area area = areas.team(staff, meeting.area().value());
        if (meeting.cancelled()) {
            return cancelledAlready(staff, area, meeting);
        }
        LocalDate date = date(meeting, sent.date());
        if (result.hasErrors()) {
            return cancelPage(staff, area, meeting, date, Form.of(result), sent.version())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            if (date == null) {
                register.cancel(staff, id, sent.reason(), sent.version());
                return PageView.redirect(MeetingAddresses.staff(area.code()) + "?done=cancelled");
            }
            register.cancelDate(staff, id, date, sent.reason(), sent.version());
            return PageView.redirect(MeetingAddresses.staff(area.code()) + "?done=date");
        } catch (StaleMeeting stale) {
            CancelForm kept = new CancelForm(stale.current().version(), sent.date(), sent.reason());
            BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
            told.reject("stale", changedMeanwhile(stale.current()));
            return cancelPage(staff, area, stale.current(), date, Form.of(told), kept.version())
                    .status(HttpStatus.CONFLICT);
        }
    }

    /** The meeting as it stands: nothing is left to change. */
    private PageView cancelledAlready(StaffMember staff, Area area, Meeting meeting) {
        return editPage(staff, area, meeting, Form.blank(), meeting.version(), List.of())
                .status(HttpStatus.CONFLICT);
    }

    private static Form blank(Object values) {
        return Form.of(new BeanPropertyBindingResult(values, "form"));
    }

    private static String changedMeanwhile(Meeting current) {
        return "Somebody else changed this meeting on " + LondonTime.minute(current.changedAt())
                + ". What you entered is below and not saved yet. Look at theirs, then send again if yours is right";
    }

    private static @Nullable NotificationBanner notice(@Nullable String done) {
        return switch (done) {
            case "added" -> NotificationBanner.success("The meeting is on the team's page");
            case "changed" -> NotificationBanner.success("The meeting is up to date");
            case "cancelled" -> NotificationBanner.success("The meeting is cancelled");
            case "date" -> NotificationBanner.success("The date is cancelled");
            case null, default -> null;
        };
    }

    private StaffPage frame(StaffMember staff, Area area, String title) {
        return pages.staff(StaffSection.DIRECTORY, title, staff)
                .caption(area.name())
                .crumb("Teams", "/staff/directory")
                .crumb(area.name(), StaffAreas.desk(area.code()));
    }

    private PageView editPage(
            StaffMember staff, Area area, @Nullable Meeting meeting, Form form, long version, List<String> current) {
        String list = MeetingAddresses.staff(area.code());
        return new PageView(
                "directory/staff/meeting",
                frame(staff, area, meeting == null ? "Add a meeting" : meeting.title())
                        .crumb("Meetings", list)
                        .form(form),
                new EditPage(
                        area,
                        meeting,
                        form,
                        version,
                        meeting == null ? MeetingAddresses.add(area.code()) : MeetingAddresses.edit(meeting),
                        hosts.of(area.code()),
                        meeting == null ? List.of() : dates(meeting),
                        current));
    }

    private List<Date> dates(Meeting meeting) {
        if (!meeting.repeats() || meeting.cancelled()) {
            return List.of();
        }
        return meeting.occurrences(clock.instant())
                .limit(DATES)
                .map(one -> new Date(
                        MeetingTimes.whole(one.startsAt(), one.endsAt()),
                        one.cancelled() ? null : MeetingAddresses.edit(meeting) + "/cancel?date=" + one.date(),
                        one.reason()))
                .toList();
    }

    private PageView cancelPage(
            StaffMember staff, Area area, Meeting meeting, @Nullable LocalDate date, Form form, long version) {
        String list = MeetingAddresses.staff(area.code());
        String what = date == null
                ? (meeting.repeats() ? "all dates of " + meeting.title() : meeting.title())
                : meeting.title() + " on "
                        + meeting.schedule().on(date).stream()
                                .map(slot -> MeetingTimes.day(slot.startsAt()))
                                .findFirst()
                                .orElseThrow();
        return new PageView(
                "directory/staff/meetingCancel",
                frame(staff, area, "Cancel " + what).crumb("Meetings", list).form(form),
                new CancelPage(
                        form,
                        version,
                        date,
                        what,
                        MeetingAddresses.edit(meeting) + "/cancel",
                        MeetingAddresses.edit(meeting)));
    }

    private static Line line(Meeting meeting, @Nullable Occurrence next, List<Host> team) {
        Recurrence recurrence = meeting.schedule().recurrence();
        Optional<Host> host =
                team.stream().filter(one -> one.id().equals(meeting.host())).findFirst();
        return new Line(
                meeting.title(),
                MeetingAddresses.edit(meeting),
                next == null
                        ? MeetingTimes.day(meeting.schedule().startsAt())
                        : MeetingTimes.whole(next.startsAt(), next.endsAt()),
                recurrence == null ? null : recurrence.words(meeting.schedule().firstDate()),
                meeting.place(),
                host.map(Host::title).orElse(null),
                meeting.cancelled() || next != null && next.cancelled(),
                next == null || next.cancelled()
                        ? null
                        : host.filter(one -> one.isAwayOn(LondonTime.date(next.startsAt())))
                                .map(Host::away)
                                .orElse(null));
    }

    private static List<String> inWords(Meeting meeting) {
        List<String> words = new ArrayList<>();
        words.add(meeting.title());
        words.add(MeetingTimes.whole(
                meeting.schedule().startsAt(), meeting.schedule().endsAt()));
        Recurrence recurrence = meeting.schedule().recurrence();
        if (recurrence != null) {
            words.add(recurrence.words(meeting.schedule().firstDate()));
        }
        if (meeting.place() != null) {
            words.add(meeting.place());
        }
        if (meeting.cancelled()) {
            words.add("Cancelled");
        }
        return words;
    }

    /** @throws ResponseStatusException 404 when it does not take place on that day */
    private static @Nullable LocalDate date(Meeting meeting, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(typed);
            if (meeting.schedule().on(date).isPresent()) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // As one on which it does not take place.
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** @throws ResponseStatusException 404 when there is no such meeting */
    private Meeting meeting(UUID id) {
        return meetings.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
