package org.bluelamp.directory.policeuk;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.policeuk.PoliceData.Event;
import org.bluelamp.directory.policeuk.PoliceData.Force;
import org.bluelamp.directory.policeuk.PoliceData.Located;
import org.bluelamp.directory.policeuk.PoliceData.Named;
import org.bluelamp.directory.policeuk.PoliceData.Neighbourhood;
import org.bluelamp.directory.policeuk.PoliceData.Officer;
import org.bluelamp.directory.policeuk.PoliceData.Point;
import org.bluelamp.directory.policeuk.PoliceData.Priority;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
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
 * The same paths and JSON as data.police.uk, so that clients written for it work with another base address. A
 * neighbourhood that has no id of the national police data is known here by its code without the force, with a dot for
 * the slash.
 */
@RestController
@RequestMapping(path = "/police-uk/api", produces = MediaType.APPLICATION_JSON_VALUE)
@PublicEndpoint
@Hidden
class PoliceUkApi {

    private final PoliceUkAnswers answers;
    private final Areas areas;
    private final Neighbourhoods neighbourhoods;

    PoliceUkApi(PoliceUkAnswers answers, Areas areas, Neighbourhoods neighbourhoods) {
        this.answers = answers;
        this.areas = areas;
        this.neighbourhoods = neighbourhoods;
    }

    @GetMapping("/forces")
    List<Named> forces() {
        return answers.forces();
    }

    @GetMapping("/forces/{force}")
    Force force(@PathVariable("force") String id) {
        return answers.force(known(id));
    }

    @GetMapping("/forces/{force}/people")
    List<Officer> seniors(@PathVariable("force") String id) {
        return answers.seniors(known(id));
    }

    @GetMapping("/{force}/neighbourhoods")
    List<Named> neighbourhoods(@PathVariable("force") String id) {
        return answers.neighbourhoods(known(id).code());
    }

    @GetMapping("/{force}/{neighbourhood}")
    Neighbourhood neighbourhood(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        return answers.neighbourhood(known(force, id));
    }

    @GetMapping("/{force}/{neighbourhood}/boundary")
    List<Point> boundary(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        return answers.boundary(known(force, id)).orElseThrow(PoliceUkApi::notFound);
    }

    @GetMapping("/{force}/{neighbourhood}/people")
    List<Officer> people(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        return answers.people(known(force, id));
    }

    @GetMapping("/{force}/{neighbourhood}/events")
    List<Event> events(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        return answers.events(known(force, id));
    }

    @GetMapping("/{force}/{neighbourhood}/priorities")
    List<Priority> priorities(@PathVariable("force") String force, @PathVariable("neighbourhood") String id) {
        return answers.priorities(known(force, id));
    }

    @GetMapping("/locate-neighbourhood")
    Located locate(@RequestParam("q") String point) {
        String[] parts = point.split(",", -1);
        if (parts.length != 2) {
            throw nonsense();
        }
        return neighbourhoods
                .at(degrees(parts[1], 180), degrees(parts[0], 90))
                .flatMap(areas::find)
                .map(area -> new Located(force(area.code()), PoliceUkAnswers.id(area)))
                .orElseThrow(PoliceUkApi::notFound);
    }

    private static double degrees(String text, int most) {
        try {
            double degrees = Double.parseDouble(text.strip());
            // Not written as "greater than", so that NaN is refused as well.
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException notANumber) {
            // Told below like a number that is out of range.
        }
        throw nonsense();
    }

    private Area known(String force) {
        return find(force).filter(area -> area.kind() == AreaKind.FORCE).orElseThrow(PoliceUkApi::notFound);
    }

    private Area known(String force, String id) {
        return areas.find(known(force).code(), id)
                .or(() -> find(force + "/" + id.replace('.', '/'))
                        .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD && area.policeUkId() == null))
                .orElseThrow(PoliceUkApi::notFound);
    }

    private Optional<Area> find(String code) {
        try {
            return areas.find(new AreaCode(code));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private static String force(AreaCode code) {
        return code.value().substring(0, code.value().indexOf('/'));
    }

    private static ErrorResponseException notFound() {
        return problem(HttpStatus.NOT_FOUND, "There is nothing of that name");
    }

    private static ErrorResponseException nonsense() {
        return problem(HttpStatus.BAD_REQUEST, "q is a latitude and a longitude in degrees with a comma between");
    }

    private static ErrorResponseException problem(HttpStatus status, String reason) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, reason), null);
    }
}
