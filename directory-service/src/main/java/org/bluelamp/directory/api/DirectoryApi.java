package org.bluelamp.directory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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

    private final Areas areas;
    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Postcodes postcodes;
    private final Sources sources;

    DirectoryApi(Areas areas, Neighbourhoods neighbourhoods, Teams teams, Postcodes postcodes, Sources sources) {
        this.areas = areas;
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.postcodes = postcodes;
        this.sources = sources;
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

    /** A list in an object, so that it can grow. */
    record AreaList(List<AreaEntry> areas) {}

    @Operation(summary = "All areas", description = "Forces first, then districts, then neighbourhoods, each by name.")
    @GetMapping("/areas")
    AreaList areas(
            @Parameter(description = "Only this kind: force, district or neighbourhood")
                    @RequestParam(name = "kind", required = false)
                    @Nullable
                    String kind,
            @Parameter(description = "Only areas inside the area of this code")
                    @RequestParam(required = false)
                    @Nullable
                    String within) {
        AreaKind only = kind == null ? null : kind(kind);
        AreaCode inside = within == null ? null : code("within", within);
        List<String> notices = sources.allNotices();
        return new AreaList(areas.all().stream()
                .filter(area -> only == null || area.kind() == only)
                .filter(area -> inside == null || inside.covers(area.code()) && !inside.equals(area.code()))
                .map(area -> AreaEntry.of(area, notices))
                .toList());
    }

    @Operation(
            summary = "One area",
            description = "The code is the path from the force down, such as hertfordshire/stevenage.")
    @GetMapping("/areas/{*code}")
    AreaEntry area(@PathVariable("code") String path) {
        Area area = known(path);
        return AreaEntry.of(area, sources.notices(List.of(area.source())));
    }

    @Operation(summary = "An area's full boundary", description = "A GeoJSON geometry (RFC 7946), longitude first.")
    @GetMapping(path = "/boundaries/{*code}", produces = "application/geo+json")
    JsonNode boundary(@PathVariable("code") String path) {
        return areas.boundary(known(path).code())
                .map(GeoJson::write)
                .orElseThrow(() -> Problems.notFound("code", "The boundary of this area is not known"));
    }

    @Operation(summary = "The team of a neighbourhood")
    @GetMapping("/teams/{*code}")
    TeamEntry team(@PathVariable("code") String path) {
        Area area = known(path);
        Team team = teams.find(area.code())
                .orElseThrow(() -> Problems.notFound("code", "There is no team of " + area.name()));
        return TeamEntry.of(team, sources.notices(List.of(team.source())));
    }

    @Operation(summary = "The neighbourhood in which a point lies", description = "Degrees, WGS84.")
    @GetMapping("/locate")
    Located locate(@RequestParam("lat") String lat, @RequestParam("lng") String lng) {
        double latitude = degrees("lat", lat, 90);
        double longitude = degrees("lng", lng, 180);
        AreaCode code = neighbourhoods
                .at(longitude, latitude)
                .orElseThrow(() -> Problems.notFound("lat", "The point lies outside every neighbourhood we know"));
        return located(code, null, longitude, latitude);
    }

    @Operation(summary = "The neighbourhood in which a postcode lies", description = "In any case and spacing.")
    @GetMapping("/postcodes/{postcode}")
    Located postcode(@PathVariable("postcode") String typed) {
        Postcode postcode = Optional.of(typed)
                .filter(text -> text.length() <= 20)
                .flatMap(Postcode::read)
                .orElseThrow(() -> Problems.badParameter("postcode", "This is not a full postcode"));
        LocatedPostcode found = postcodes
                .find(postcode)
                .orElseThrow(() -> Problems.notFound("postcode", "The postcode " + postcode + " is not known here"));
        return located(found.neighbourhood(), postcode, found.longitude(), found.latitude());
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
        return areas.find(code("code", path.substring(1)))
                .orElseThrow(() -> Problems.notFound("code", "There is no such area"));
    }

    private static AreaCode code(String parameter, String value) {
        try {
            return new AreaCode(value);
        } catch (IllegalArgumentException notACode) {
            throw Problems.badParameter(
                    parameter, "An area code is a path of lower-case words, such as hertfordshire/stevenage");
        }
    }

    private static AreaKind kind(String name) {
        for (AreaKind kind : AreaKind.values()) {
            if (kind.word().equals(name)) {
                return kind;
            }
        }
        throw Problems.badParameter("kind", "The kind is force, district or neighbourhood");
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
