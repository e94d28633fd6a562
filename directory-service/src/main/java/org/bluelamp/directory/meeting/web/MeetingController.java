package org.bluelamp.directory.meeting.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.directory.area.web.AreaFrames;
import org.bluelamp.directory.meeting.Diary;
import org.bluelamp.directory.meeting.Hosts;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingKind;
import org.bluelamp.directory.meeting.MeetingTimes;
import org.bluelamp.directory.meeting.Meetings;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.govuk.TrustedHtml;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A meeting's page, and meetings as iCalendar files. */
@Controller
@RequestMapping({"/your-area/{district}/{neighbourhood}", "/forces/{force}/{district}/{neighbourhood}"})
@PublicEndpoint
class MeetingController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int DATES = 10;

    private final Meetings meetings;
    private final Diary diary;
    private final Hosts hosts;
    private final Areas areas;
    private final Sources sources;
    private final MeetingCalendar calendar;
    private final HomeForce home;
    private final AreaFrames frames;

    MeetingController(
            Meetings meetings,
            Diary diary,
            Hosts hosts,
            Areas areas,
            Sources sources,
            MeetingCalendar calendar,
            HomeForce home,
            AreaFrames frames) {
        this.meetings = meetings;
        this.diary = diary;
        this.hosts = hosts;
        this.areas = areas;
        this.sources = sources;
        this.calendar = calendar;
        this.home = home;
        this.frames = frames;
    }

    @GetMapping("/meetings/{id}")
    ModelAndView page(
            @PathVariable(name = "force", required = false) @Nullable String force,
            @PathVariable("district") String district,
            @PathVariable("neighbourhood") String neighbourhood,
            @PathVariable("id") String id) {
        Area area = area(force, district, neighbourhood);
        Meeting meeting = meeting(area, id);
        if (force != null && home.has(area.code())) {
            return new ModelAndView("redirect:" + meeting.path());
        }
        Recurrence recurrence = meeting.schedule().recurrence();
        List<Occurrence> coming = meeting.cancelled() ? List.of() : diary.next(meeting, DATES);
        String html = meeting.description();
        return new PageView(
                "directory/meeting",
                frames.under(area, meeting.title())
                        .at(meeting.path())
                        .caption(area.name())
                        .description(meeting.title() + " of the " + area.name() + " team: when and where."),
                new MeetingPage(
                        area,
                        MeetingKind.words(meeting.kind()),
                        recurrence == null
                                ? null
                                : recurrence.words(meeting.schedule().firstDate()),
                        coming.stream().map(MeetingController::date).toList(),
                        coming.isEmpty() ? lastDate(meeting) : null,
                        meeting.place(),
                        html == null ? null : new TrustedHtml(html),
                        host(meeting),
                        ways(meeting.contact()),
                        meeting.cancelled(),
                        meeting.reason(),
                        MeetingAddresses.file(meeting),
                        LondonTime.day(meeting.changedAt()),
                        LondonTime.machine(meeting.changedAt()),
                        sources.notices(List.of(area.source(), meeting.source()))));
    }

    @GetMapping("/meetings/{id}.ics")
    ResponseEntity<String> file(
            @PathVariable(name = "force", required = false) @Nullable String force,
            @PathVariable("district") String district,
            @PathVariable("neighbourhood") String neighbourhood,
            @PathVariable("id") String id) {
        Area area = area(force, district, neighbourhood);
        Meeting meeting = meeting(area, id);
        return file(
                calendar.of(area, List.of(meeting)),
                "meeting-" + meeting.schedule().firstDate() + ".ics");
    }

    @GetMapping("/meetings.ics")
    ResponseEntity<String> all(
            @PathVariable(name = "force", required = false) @Nullable String force,
            @PathVariable("district") String district,
            @PathVariable("neighbourhood") String neighbourhood) {
        Area area = area(force, district, neighbourhood);
        return file(calendar.of(area, diary.calendar(area.code())), neighbourhood + "-meetings.ics");
    }

    private static ResponseEntity<String> file(String calendar, String name) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(calendar);
    }

    private static MeetingPage.Date date(Occurrence occurrence) {
        return new MeetingPage.Date(
                MeetingTimes.whole(occurrence.startsAt(), occurrence.endsAt()),
                MeetingTimes.machine(occurrence.startsAt()),
                occurrence.cancelled(),
                occurrence.reason());
    }

    /** The last date of what is over, or the first of what was cancelled. */
    private static String lastDate(Meeting meeting) {
        Schedule schedule = meeting.schedule();
        return schedule.overAt()
                .flatMap(over -> schedule.slots(over.minusSeconds(1)).findFirst())
                .filter(slot -> !meeting.cancelled())
                .map(slot -> MeetingTimes.whole(slot.startsAt(), slot.endsAt()))
                .orElseGet(() -> MeetingTimes.whole(schedule.startsAt(), schedule.endsAt()));
    }

    private @Nullable String host(Meeting meeting) {
        return hosts.of(meeting.area()).stream()
                .filter(host -> host.id().equals(meeting.host()))
                .map(Hosts.Host::title)
                .findFirst()
                .orElse(null);
    }

    private static List<MeetingPage.Way> ways(Map<String, String> contact) {
        List<MeetingPage.Way> ways = new ArrayList<>();
        contact.forEach(
                (key, value) -> ways.add(new MeetingPage.Way(SocialAccount.nameOf(key), value, href(key, value))));
        return ways;
    }

    private static @Nullable String href(String key, String value) {
        return switch (key) {
            case "email" -> "mailto:" + value;
            case "telephone", "mobile" -> "tel:" + value.replaceAll("[^+0-9]", "");
            default -> isWeb(value) ? value : null;
        };
    }

    private static boolean isWeb(String value) {
        try {
            String scheme = new URI(value).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    /** @throws ResponseStatusException 404 when there is no such area */
    private Area area(@Nullable String force, String district, String neighbourhood) {
        try {
            return areas.find(
                            new AreaCode((force == null ? home.code() : force) + "/" + district + "/" + neighbourhood))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notACode) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** @throws ResponseStatusException 404 when the area has no such meeting */
    private Meeting meeting(Area area, String id) {
        try {
            return meetings.find(UUID.fromString(id))
                    .filter(meeting -> meeting.area().equals(area.code()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
