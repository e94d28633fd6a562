package org.bluelamp.directory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.meeting.Diary;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When and where teams meet residents, for programs. */
@RestController
@RequestMapping(path = "/api/v1/directory/meetings", produces = MediaType.APPLICATION_JSON_VALUE)
@PublicEndpoint
@Tag(name = "Meetings", description = "When and where teams meet residents; a series as each of its dates")
class MeetingsApi {

    private static final int MOST_DAYS = 366;
    private static final int USUAL_DAYS = 90;
    private static final int MOST = 200;

    private final Diary diary;
    private final Areas areas;
    private final Sources sources;
    private final DirectoryProperties properties;
    private final Clock clock;

    MeetingsApi(Diary diary, Areas areas, Sources sources, DirectoryProperties properties, Clock clock) {
        this.diary = diary;
        this.areas = areas;
        this.sources = sources;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A part of the dates.
     *
     * @param from the first day asked for
     * @param to the last day asked for
     * @param page this part, from 1
     * @param pages how many parts there are
     * @param total how many dates there are
     */
    record MeetingList(
            List<MeetingEntry> meetings,
            LocalDate from,
            LocalDate to,
            int page,
            int pages,
            int total,
            List<String> notices) {}

    @GetMapping
    @Operation(
            summary = "LondonTime of meetings, in order",
            description = "Every date of a series is an entry of its own, cancelled ones included and marked.")
    @ApiResponse(responseCode = "200", description = "Some dates, and how many there are")
    @ApiResponse(responseCode = "400", description = "A parameter cannot be used; the problem says which and why")
    @ApiResponse(responseCode = "404", description = "There is no such area")
    MeetingList list(
            @Parameter(description = "Code of an area: its meetings and those inside it. Without it the whole force")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "First day in Europe/London, such as 2027-05-04. Without it today")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "Last day in Europe/London, a year after the first at most. Without it 90 days later")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "Which part, from 1") @RequestParam(defaultValue = "1") int page,
            @Parameter(description = "LondonTime in a part, 1 to 200") @RequestParam(defaultValue = "50") int size) {
        AreaCode area = within == null ? properties.forceCode() : code(within);
        if (areas.find(area).isEmpty()) {
            throw Problems.notFound("within", "There is no such area");
        }
        LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), Schedule.ZONE) : day("from", from);
        LocalDate last = to == null ? first.plusDays(USUAL_DAYS) : day("to", to);
        if (last.isBefore(first)) {
            throw Problems.badParameter("to", "The last day is not before the first");
        }
        if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw Problems.badParameter("to", "The last day is a year after the first at most");
        }
        if (page < 1) {
            throw Problems.badParameter("page", "Parts are counted from 1");
        }
        if (size < 1 || size > MOST) {
            throw Problems.badParameter("size", "This is a number from 1 to " + MOST);
        }
        List<Occurrence> all = diary.between(
                area,
                first.atStartOfDay(Schedule.ZONE).toInstant(),
                last.plusDays(1).atStartOfDay(Schedule.ZONE).toInstant());
        List<Occurrence> part =
                all.stream().skip((long) (page - 1) * size).limit(size).toList();
        return new MeetingList(
                part.stream().map(MeetingEntry::of).toList(),
                first,
                last,
                page,
                Math.ceilDiv(all.size(), size),
                all.size(),
                sources.notices(
                        part.stream().map(date -> date.meeting().source()).toList()));
    }

    private static AreaCode code(String value) {
        try {
            return new AreaCode(value);
        } catch (IllegalArgumentException notACode) {
            throw Problems.badParameter(
                    "within", "An area code is a path of lower-case words, such as hertfordshire/stevenage");
        }
    }

    private static LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Told below like a day in a year that nobody means.
        }
        throw Problems.badParameter(parameter, "This is a day such as 2027-05-04");
    }
}
