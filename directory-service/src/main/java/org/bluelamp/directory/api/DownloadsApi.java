package org.bluelamp.directory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bluelamp.directory.api.Described.BadParameter;
import org.bluelamp.directory.api.Described.NotModified;
import org.bluelamp.directory.api.Described.Unknown;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory as tables for spreadsheets. Each row says what readers must be told about where it comes from. */
@RestController
@RequestMapping(path = "/api/v1/directory", produces = DownloadsApi.CSV)
@PublicEndpoint
@Tag(
        name = "Downloads",
        description = "Tables as CSV (RFC 4180) in UTF-8; what looks like a formula has an apostrophe before it")
class DownloadsApi {

    static final String CSV = "text/csv;charset=UTF-8";

    private final Selection selection;
    private final MeetingDates dates;
    private final Areas areas;
    private final Sources sources;
    private final Fresh fresh;

    DownloadsApi(Selection selection, MeetingDates dates, Areas areas, Sources sources, Fresh fresh) {
        this.selection = selection;
        this.dates = dates;
        this.areas = areas;
        this.sources = sources;
        this.fresh = fresh;
    }

    @Operation(summary = "Areas as CSV")
    @ApiResponse(responseCode = "200", description = "A row for each area")
    @NotModified
    @BadParameter
    @GetMapping("/areas.csv")
    ResponseEntity<byte[]> areas(
            @Parameter(description = "Only this kind: force, district or neighbourhood")
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @Parameter(description = "Only areas inside the area of this code")
                    @RequestParam(required = false)
                    @Nullable
                    String within) {
        List<Area> all = selection.areas(kind, within);
        Function<String, String> notice = notices();
        return table(
                "areas.csv",
                all.stream().map(Area::changedAt),
                List.of(
                        "code",
                        "kind",
                        "name",
                        "parent",
                        "label",
                        "police_uk_id",
                        "email",
                        "telephone",
                        "web",
                        "households",
                        "population",
                        "page",
                        "changed_at",
                        "notice"),
                all.stream()
                        .map(area -> row(
                                area.code(),
                                area.kind().word(),
                                area.name(),
                                area.parent(),
                                area.label(),
                                area.policeUkId(),
                                area.contact().email(),
                                area.contact().telephone(),
                                area.contact().web(),
                                area.households(),
                                area.details().population(),
                                area.path(),
                                area.changedAt(),
                                notice.apply(area.source()))));
    }

    @Operation(summary = "Teams as CSV", description = "A vacancy is a row without a name.")
    @ApiResponse(responseCode = "200", description = "A row for each person and each vacancy")
    @NotModified
    @BadParameter
    @GetMapping("/teams.csv")
    ResponseEntity<byte[]> teams(
            @Parameter(description = "Only teams inside the area of this code")
                    @RequestParam(required = false)
                    @Nullable
                    String within) {
        List<Team> all = selection.teams(within);
        Function<String, String> notice = notices();
        Map<AreaCode, String> names = new HashMap<>();
        areas.all(all.stream().map(Team::area).toList()).forEach(area -> names.put(area.code(), area.name()));
        return table(
                "teams.csv",
                all.stream().map(Team::changedAt),
                List.of(
                        "area",
                        "area_name",
                        "name",
                        "rank",
                        "lead",
                        "named_contact",
                        "cover",
                        "team_email",
                        "team_telephone",
                        "changed_at",
                        "notice"),
                all.stream()
                        .flatMap(team -> rows(team, names.getOrDefault(team.area(), ""), notice.apply(team.source()))));
    }

    @Operation(summary = "Dates of meetings as CSV", description = "Every date of a series is a row of its own.")
    @ApiResponse(responseCode = "200", description = "A row for each date, in order, cancelled ones included")
    @BadParameter
    @Unknown
    @GetMapping("/meetings.csv")
    ResponseEntity<byte[]> meetings(
            @Parameter(description = "Code of an area: its meetings and those inside it. Without it the whole force")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "First day in Europe/London, such as 2027-05-04. Without it today")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last day, a year after the first at most. Without it 90 days later")
                    @RequestParam(required = false)
                    @Nullable
                    String to) {
        Function<String, String> notice = notices();
        return table(
                "meetings.csv",
                // Which dates there are depends on the day on which one asks.
                Stream.empty(),
                List.of(
                        "id",
                        "area",
                        "title",
                        "kind",
                        "place",
                        "date",
                        "starts_at",
                        "ends_at",
                        "cancelled",
                        "reason",
                        "page",
                        "changed_at",
                        "notice"),
                dates.find(within, from, to).all().stream()
                        .map(date -> row(date, notice.apply(date.meeting().source()))));
    }

    private static Stream<List<@Nullable Object>> rows(Team team, String areaName, String notice) {
        Stream<List<@Nullable Object>> people = team.members().stream()
                .map((Member member) -> row(
                        team.area(),
                        areaName,
                        member.name(),
                        member.rank().key(),
                        member.lead(),
                        member.namedContact(),
                        team.inWords(member.cover()),
                        team.email(),
                        team.telephone(),
                        team.changedAt(),
                        notice));
        Stream<List<@Nullable Object>> posts = team.vacancies().stream()
                .map(post -> row(
                        team.area(),
                        areaName,
                        null,
                        post.rank().key(),
                        false,
                        false,
                        team.inWords(post.cover()),
                        team.email(),
                        team.telephone(),
                        team.changedAt(),
                        notice));
        return Stream.concat(people, posts);
    }

    private static List<@Nullable Object> row(Occurrence date, String notice) {
        Meeting meeting = date.meeting();
        return row(
                meeting.id(),
                meeting.area(),
                meeting.title(),
                meeting.kind(),
                meeting.place(),
                date.date(),
                date.startsAt(),
                date.endsAt(),
                date.cancelled(),
                date.reason(),
                meeting.path(),
                meeting.changedAt(),
                notice);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    /** The notice of a source, asked for once. */
    private Function<String, String> notices() {
        Map<String, String> known = new HashMap<>();
        return source -> known.computeIfAbsent(source, id -> String.join(" ", sources.notices(List.of(id))));
    }

    private ResponseEntity<byte[]> table(
            String name, Stream<Instant> changed, List<String> heading, Stream<List<@Nullable Object>> rows) {
        ResponseEntity<byte[]> answer = fresh.since(changed, Csv.of(heading, rows));
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }
}
