package org.bluelamp.directory.policeuk;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same paths and JSON as data.police.uk, so that clients written for it work with another base address. Coordinates
 * are strings there, and so they are here. A neighbourhood's id is its code without the force, with a dot for the slash.
 */
@RestController
@RequestMapping(path = "/police-uk/api", produces = MediaType.APPLICATION_JSON_VALUE)
@PublicEndpoint
@Hidden
class PoliceUkApi {

    private final Areas areas;
    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final String publicUrl;

    PoliceUkApi(
            Areas areas,
            Neighbourhoods neighbourhoods,
            Teams teams,
            @Value("${bluelamp.public-url}") String publicUrl) {
        this.areas = areas;
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.publicUrl = publicUrl;
    }

    record Named(String id, String name) {}

    record Point(String latitude, String longitude) {}

    record Officer(
            String name, @Nullable String rank, @Nullable String bio, Map<String, String> contact_details) {}

    record EngagementMethod(
            String title, String url, @Nullable String description) {}

    record Force(
            String id,
            String name,
            @Nullable String description,
            String url,
            String telephone,
            List<EngagementMethod> engagement_methods) {}

    record Neighbourhood(
            String id,
            String name,
            @Nullable String description,
            String url_force,
            String population,
            @Nullable Point centre,
            Map<String, String> contact_details,
            List<Object> links,
            List<Object> locations) {}

    record Located(String force, String neighbourhood) {}

    @GetMapping("/forces")
    List<Named> forces() {
        return areas.all(AreaKind.FORCE).stream()
                .map(force -> new Named(force.code().value(), force.name()))
                .toList();
    }

    @GetMapping("/forces/{force}")
    Force force(@PathVariable("force") String id) {
        Area force = known(id);
        return new Force(
                id,
                force.name(),
                null,
                publicUrl,
                "101",
                force.socialAccounts().stream()
                        .map(account -> new EngagementMethod(account.networkName(), account.url(), null))
                        .toList());
    }

    @GetMapping("/{force}/neighbourhoods")
    List<Named> neighbourhoods(@PathVariable("force") String id) {
        AreaCode force = known(id).code();
        return areas.all(AreaKind.NEIGHBOURHOOD).stream()
                .filter(area -> force.covers(area.code()))
                .map(area -> new Named(id(area.code()), area.name()))
                .toList();
    }

    @GetMapping("/{force}/{neighbourhood}")
    Neighbourhood neighbourhood(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        Area area = known(force, id);
        Coordinate centre = areas.boundary(area.code())
                .map(Geometry::getInteriorPoint)
                .map(Geometry::getCoordinate)
                .orElse(null);
        Map<String, String> contact = new LinkedHashMap<>();
        teams.find(area.code()).ifPresent(team -> addContact(team, contact));
        areas.find(parent(area))
                .map(Area::socialAccounts)
                .orElse(List.of())
                .forEach(account -> addAccount(account, contact));
        return new Neighbourhood(
                id,
                area.name(),
                null,
                publicUrl + area.path(),
                "0",
                centre == null ? null : point(centre),
                contact,
                List.of(),
                List.of());
    }

    @GetMapping("/{force}/{neighbourhood}/boundary")
    List<Point> boundary(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        Geometry boundary = areas.boundary(known(force, id).code()).orElseThrow(PoliceUkApi::notFound);
        // One ring is all this format can hold: that of the largest part.
        Polygon largest = IntStream.range(0, boundary.getNumGeometries())
                .mapToObj(boundary::getGeometryN)
                .map(Polygon.class::cast)
                .max(Comparator.comparingDouble(Polygon::getArea))
                .orElseThrow(PoliceUkApi::notFound);
        return Arrays.stream(largest.getExteriorRing().getCoordinates())
                .map(PoliceUkApi::point)
                .toList();
    }

    @GetMapping("/{force}/{neighbourhood}/people")
    List<Officer> people(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        return teams.find(known(force, id).code()).map(Team::members).orElse(List.of()).stream()
                .map(PoliceUkApi::officer)
                .toList();
    }

    @GetMapping("/locate-neighbourhood")
    Located locate(@RequestParam("q") String point) {
        String[] parts = point.split(",", -1);
        if (parts.length != 2) {
            throw problem(HttpStatus.BAD_REQUEST, "q is a latitude and a longitude with a comma between");
        }
        try {
            return neighbourhoods
                    .at(Double.parseDouble(parts[1].strip()), Double.parseDouble(parts[0].strip()))
                    .map(code ->
                            new Located(code.value().substring(0, code.value().indexOf('/')), id(code)))
                    .orElseThrow(PoliceUkApi::notFound);
        } catch (NumberFormatException e) {
            throw problem(HttpStatus.BAD_REQUEST, "q is a latitude and a longitude with a comma between");
        }
    }

    private static Officer officer(Member member) {
        return new Officer(member.name(), member.rankAsGiven(), member.cover(), Map.of());
    }

    private static void addContact(Team team, Map<String, String> contact) {
        if (team.email() != null) {
            contact.put("email", team.email());
        }
        if (team.telephone() != null) {
            contact.put("telephone", team.telephone());
        }
    }

    private static void addAccount(SocialAccount account, Map<String, String> contact) {
        contact.putIfAbsent(account.network(), account.url());
    }

    private Area known(String force) {
        return find(force);
    }

    private Area known(String force, String id) {
        Area area = find(force + "/" + id.replace('.', '/'));
        if (area.kind() != AreaKind.NEIGHBOURHOOD) {
            throw notFound();
        }
        return area;
    }

    private Area find(String code) {
        try {
            return areas.find(new AreaCode(code)).orElseThrow(PoliceUkApi::notFound);
        } catch (IllegalArgumentException notACode) {
            throw notFound();
        }
    }

    private static AreaCode parent(Area area) {
        return area.parent() == null ? area.code() : area.parent();
    }

    private static String id(AreaCode code) {
        return code.value().substring(code.value().indexOf('/') + 1).replace('/', '.');
    }

    private static Point point(Coordinate degrees) {
        return new Point(number(degrees.y), number(degrees.x));
    }

    private static String number(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }

    private static ErrorResponseException notFound() {
        return problem(HttpStatus.NOT_FOUND, "There is nothing of that name");
    }

    private static ErrorResponseException problem(HttpStatus status, String reason) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, reason), null);
    }
}
