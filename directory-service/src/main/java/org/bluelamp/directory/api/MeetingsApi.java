package org.bluelamp.directory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.source.Sources;
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

    private static final int MOST = 200;

    private final MeetingDates dates;
    private final Sources sources;

    MeetingsApi(MeetingDates dates, Sources sources) {
        this.dates = dates;
        this.sources = sources;
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
            summary = "Dates of meetings, in order",
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
            @Parameter(description = "Dates in a part, 1 to 200") @RequestParam(defaultValue = "50") int size) {
        MeetingDates.Found found = dates.find(within, from, to);
        Part<Occurrence> part = Part.of(found.all(), page, size, MOST);
        return new MeetingList(
                part.items().stream().map(MeetingEntry::of).toList(),
                found.from(),
                found.to(),
                part.page(),
                part.pages(),
                part.total(),
                sources.notices(part.items().stream()
                        .map(date -> date.meeting().source())
                        .toList()));
    }
}
