package org.bluelamp.directory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.directory.api.Described.BadParameter;
import org.bluelamp.directory.api.Described.NotModified;
import org.bluelamp.directory.api.Described.Unknown;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.directory.postcode.Standing;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Areas, teams, points and postcodes for programs. */
@RestController
@RequestMapping(path = "/api/v1/directory", produces = MediaType.APPLICATION_JSON_VALUE)
@PublicEndpoint
@Tag(name = "Directory", description = "Areas, the teams that police them, and where a point or a postcode lies")
class DirectoryApi {

    private static final int MOST = 1_000;

    private final Areas areas;
    private final Selection selection;
    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Postcodes postcodes;
    private final Sources sources;
    private final Fresh fresh;

    DirectoryApi(
            Areas areas,
            Selection selection,
            Neighbourhoods neighbourhoods,
            Teams teams,
            Postcodes postcodes,
            Sources sources,
            Fresh fresh) {
        this.areas = areas;
        this.selection = selection;
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.postcodes = postcodes;
        this.sources = sources;
        this.fresh = fresh;
    }

    /** Where a point or a postcode lies. */
    record Located(
            String neighbourhood,
            String name,
            String path,
            @Nullable String postcode,
            double longitude,
            double latitude,
            List<String> notices) {}

    /**
     * A part of the areas.
     *
     * @param page this part, from 1
     * @param pages how many parts there are
     * @param total how many areas there are
     */
    record AreaList(List<AreaEntry> areas, int page, int pages, int total) {}

    /**
     * A part of the teams.
     *
     * @param page this part, from 1
     * @param pages how many parts there are
     * @param total how many teams there are
     */
    record TeamList(List<TeamEntry> teams, int page, int pages, int total) {}

    @Operation(summary = "Areas", description = "Forces first, then districts, then neighbourhoods, each by name.")
    @ApiResponse(responseCode = "200", description = "Some areas, and how many there are")
    @NotModified
    @BadParameter
    @GetMapping("/areas")
    ResponseEntity<AreaList> areas(
            @Parameter(description = "Only this kind: force, district or neighbourhood")
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @Parameter(description = "Only areas inside the area of this code")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "Which part, from 1") @RequestParam(defaultValue = "1") int page,
            @Parameter(description = "Areas in a part, 1 to 1,000") @RequestParam(defaultValue = "200") int size) {
        List<Area> all = selection.areas(kind, within);
        Part<Area> part = Part.of(all, page, size, MOST);
        List<String> notices =
                sources.notices(part.items().stream().map(Area::source).toList());
        return fresh.since(
                all.stream().map(Area::changedAt),
                new AreaList(
                        part.items().stream()
                                .map(area -> AreaEntry.of(area, notices))
                                .toList(),
                        part.page(),
                        part.pages(),
                        part.total()));
    }

    @Operation(summary = "Teams", description = "By the code of their neighbourhood.")
    @ApiResponse(responseCode = "200", description = "Some teams, and how many there are")
    @NotModified
    @BadParameter
    @GetMapping("/teams")
    ResponseEntity<TeamList> teams(
            @Parameter(description = "Only teams inside the area of this code")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "Which part, from 1") @RequestParam(defaultValue = "1") int page,
            @Parameter(description = "Teams in a part, 1 to 1,000") @RequestParam(defaultValue = "200") int size) {
        List<Team> all = selection.teams(within);
        Part<Team> part = Part.of(all, page, size, MOST);
        List<String> notices =
                sources.notices(part.items().stream().map(Team::source).toList());
        return fresh.since(
                all.stream().map(Team::changedAt),
                new TeamList(
                        part.items().stream()
                                .map(team -> TeamEntry.of(team, notices))
                                .toList(),
                        part.page(),
                        part.pages(),
                        part.total()));
    }

    @Operation(
            summary = "One area",
            description = "The code is the path from the force down, such as hertfordshire/stevenage.")
    @ApiResponse(responseCode = "200", description = "The area")
    @NotModified
    @BadParameter
    @Unknown
    @GetMapping("/areas/{*code}")
    ResponseEntity<AreaEntry> area(@PathVariable("code") String path) {
        Area area = known(path);
        return fresh.since(Stream.of(area.changedAt()), AreaEntry.of(area, sources.notices(List.of(area.source()))));
    }

    @Operation(summary = "An area's full boundary", description = "A GeoJSON geometry (RFC 7946), longitude first.")
    @ApiResponse(responseCode = "200", description = "The geometry: a Polygon or a MultiPolygon")
    @NotModified
    @BadParameter
    @Unknown
    @GetMapping(path = "/boundaries/{*code}", produces = BoundariesApi.GEO_JSON)
    ResponseEntity<JsonNode> boundary(@PathVariable("code") String path) {
        Area area = known(path);
        return areas.boundary(area.code())
                .map(boundary -> fresh.since(Stream.of(area.changedAt()), GeoJson.write(boundary)))
                .orElseThrow(() -> Problems.notFound("code", "The boundary of this area is not known"));
    }

    @Operation(summary = "The team of a neighbourhood")
    @ApiResponse(responseCode = "200", description = "The team")
    @NotModified
    @BadParameter
    @Unknown
    @GetMapping("/teams/{*code}")
    ResponseEntity<TeamEntry> team(@PathVariable("code") String path) {
        Area area = known(path);
        Team team = teams.find(area.code())
                .orElseThrow(() -> Problems.notFound("code", "There is no team of " + area.name()));
        return fresh.since(Stream.of(team.changedAt()), TeamEntry.of(team, sources.notices(List.of(team.source()))));
    }

    @Operation(summary = "The neighbourhood in which a point lies", description = "Degrees, WGS84.")
    @ApiResponse(responseCode = "200", description = "The neighbourhood")
    @BadParameter
    @Unknown
    @GetMapping("/locate")
    Located locate(@RequestParam("lat") String lat, @RequestParam("lng") String lng) {
        double latitude = degrees("lat", lat, 90);
        double longitude = degrees("lng", lng, 180);
        AreaCode code = neighbourhoods
                .at(longitude, latitude)
                .orElseThrow(() -> Problems.notFound(
                        "lat", "The point lies outside every neighbourhood we know", Map.of("reason", "outside")));
        return located(code, null, longitude, latitude);
    }

    @Operation(
            summary = "The neighbourhood in which a postcode lies",
            description =
                    "In any case and spacing. A problem says its reason: unknown, impossible (no place has such a"
                            + " postcode), terminated (with the day, and where it lay), or outside; and the police force that serves it, where that is known.")
    @ApiResponse(responseCode = "200", description = "The neighbourhood")
    @BadParameter
    @Unknown
    @GetMapping("/postcodes/{postcode}")
    Located postcode(@PathVariable("postcode") String typed) {
        Postcode postcode = Optional.of(typed)
                .filter(text -> text.length() <= 20)
                .flatMap(Postcode::read)
                .orElseThrow(() -> Problems.badParameter("postcode", "This is not a full postcode"));
        LocatedPostcode found = postcodes.find(postcode).orElseThrow(() -> notHeld(postcode));
        AreaCode neighbourhood = found.neighbourhood();
        if (found.terminated() != null || neighbourhood == null) {
            throw notInUseHere(found);
        }
        return located(neighbourhood, postcode, found.longitude(), found.latitude());
    }

    private ErrorResponseException notHeld(Postcode postcode) {
        return postcodes.standing(postcode.district()) == Standing.IMPOSSIBLE
                ? Problems.notFound("postcode", "No place has the postcode " + postcode, Map.of("reason", "impossible"))
                : Problems.notFound(
                        "postcode", "The postcode " + postcode + " is not known here", Map.of("reason", "unknown"));
    }

    /** What is known all the same stands in the problem: since when it has ended, where it lay, who serves it. */
    private static ErrorResponseException notInUseHere(LocatedPostcode found) {
        boolean ended = found.terminated() != null;
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        known.put("reason", ended ? "terminated" : "outside");
        known.put("terminated", ended ? String.valueOf(found.terminated()) : null);
        known.put(
                "neighbourhood",
                found.neighbourhood() == null ? null : found.neighbourhood().value());
        known.put("forceName", found.forceName());
        return Problems.notFound(
                "postcode",
                ended
                        ? "The postcode " + found.postcode() + " is no longer in use"
                        : "The postcode " + found.postcode() + " lies outside every neighbourhood we know",
                known);
    }

    private Located located(AreaCode code, @Nullable Postcode postcode, double longitude, double latitude) {
        Area area = areas.find(code).orElseThrow();
        return new Located(
                code.value(),
                area.name(),
                area.path(),
                postcode == null ? null : postcode.toString(),
                longitude,
                latitude,
                sources.notices(List.of(area.source())));
    }

    private Area known(String path) {
        return areas.find(Given.code("code", path.substring(1)))
                .orElseThrow(() -> Problems.notFound("code", "There is no such area"));
    }

    private static double degrees(String parameter, String text, int most) {
        try {
            double degrees = Double.parseDouble(text);
            // Not written as "greater than", so that NaN is refused as well.
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException notANumber) {
            // Told below like a number that is out of range.
        }
        throw Problems.badParameter(parameter, "This is a number of degrees between -" + most + " and " + most);
    }
}
