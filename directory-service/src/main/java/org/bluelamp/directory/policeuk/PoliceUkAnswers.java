package org.bluelamp.directory.policeuk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.directory.meeting.Diary;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.SafeHtml;
import org.bluelamp.directory.policeuk.PoliceData.EngagementMethod;
import org.bluelamp.directory.policeuk.PoliceData.Event;
import org.bluelamp.directory.policeuk.PoliceData.Force;
import org.bluelamp.directory.policeuk.PoliceData.Link;
import org.bluelamp.directory.policeuk.PoliceData.Location;
import org.bluelamp.directory.policeuk.PoliceData.Named;
import org.bluelamp.directory.policeuk.PoliceData.Neighbourhood;
import org.bluelamp.directory.policeuk.PoliceData.Officer;
import org.bluelamp.directory.policeuk.PoliceData.Point;
import org.bluelamp.directory.policeuk.PoliceData.Priority;
import org.bluelamp.directory.priority.ImportedPriorities;
import org.bluelamp.directory.priority.Priorities;
import org.bluelamp.directory.station.Station;
import org.bluelamp.directory.station.StationDescription;
import org.bluelamp.directory.station.Stations;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What we hold, in the words of the national police data. The API answers with it; an import compares by it. */
@Component
public class PoliceUkAnswers {

    /** Years of meetings that are told, before and after today. */
    private static final int YEARS = 1;

    private static final String NOBODY_TOLD = "0";
    private static final String NON_EMERGENCY = "101";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final Areas areas;
    private final Teams teams;
    private final Stations stations;
    private final Diary diary;
    private final Priorities priorities;
    private final ImportedPriorities importedPriorities;
    private final SeniorOfficers seniors;
    private final String publicUrl;
    private final Clock clock;

    PoliceUkAnswers(
            Areas areas,
            Teams teams,
            Stations stations,
            Diary diary,
            Priorities priorities,
            ImportedPriorities importedPriorities,
            SeniorOfficers seniors,
            @Value("${bluelamp.public-url}") String publicUrl,
            Clock clock) {
        this.areas = areas;
        this.teams = teams;
        this.stations = stations;
        this.diary = diary;
        this.priorities = priorities;
        this.importedPriorities = importedPriorities;
        this.seniors = seniors;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The id by which a neighbourhood is known: its own, or its code without the force and with a dot for the slash. */
    public static String id(Area neighbourhood) {
        if (neighbourhood.policeUkId() != null) {
            return neighbourhood.policeUkId();
        }
        String code = neighbourhood.code().value();
        return code.substring(code.indexOf('/') + 1).replace('/', '.');
    }

    List<Named> forces() {
        return areas.all(AreaKind.FORCE).stream()
                .map(force -> new Named(force.code().value(), force.name()))
                .toList();
    }

    /** A force. */
    public Force force(Area force) {
        List<EngagementMethod> methods = new ArrayList<>();
        for (AreaDetails.Link link : force.details().links()) {
            methods.add(
                    new EngagementMethod(link.title(), Objects.requireNonNullElse(link.url(), ""), link.description()));
        }
        for (SocialAccount account : force.socialAccounts()) {
            if (methods.stream().noneMatch(method -> account.url().equals(method.url()))) {
                methods.add(new EngagementMethod(account.networkName(), account.url(), null));
            }
        }
        return new Force(
                force.code().value(),
                force.name(),
                force.details().description(),
                web(force),
                Objects.requireNonNullElse(force.contact().telephone(), NON_EMERGENCY),
                methods);
    }

    /** Who leads a force, as far as we hold it. */
    public List<Officer> seniors(Area force) {
        return seniors.of(force.code());
    }

    /** The neighbourhoods of a force, by name. */
    public List<Named> neighbourhoods(AreaCode force) {
        return areas.all(AreaKind.NEIGHBOURHOOD, force).stream()
                .map(area -> new Named(id(area), area.name()))
                .toList();
    }

    /** A neighbourhood. */
    public Neighbourhood neighbourhood(Area area) {
        Integer population = area.details().population();
        return new Neighbourhood(
                id(area),
                area.name(),
                area.details().description(),
                web(area),
                population == null ? NOBODY_TOLD : population.toString(),
                centre(area),
                contact(area),
                area.details().links().stream()
                        .map(link -> new Link(link.title(), link.url(), link.description()))
                        .toList(),
                stations.of(List.of(area.code())).stream()
                        .map(PoliceUkAnswers::location)
                        .toList());
    }

    /** The one ring that this format can hold: the outer one of the largest part. Empty when we hold no boundary. */
    public Optional<List<Point>> boundary(Area area) {
        return areas.boundary(area.code()).map(boundary -> {
            Polygon largest = IntStream.range(0, boundary.getNumGeometries())
                    .mapToObj(boundary::getGeometryN)
                    .map(Polygon.class::cast)
                    .max(Comparator.comparingDouble(Polygon::getArea))
                    .orElseThrow();
            return Arrays.stream(largest.getExteriorRing().getCoordinates())
                    .map(point -> point(point.y, point.x))
                    .toList();
        });
    }

    /** The neighbourhood's team, in its order. */
    public List<Officer> people(Area area) {
        return teams.find(area.code()).map(Team::members).orElse(List.of()).stream()
                .map(PoliceUkAnswers::officer)
                .toList();
    }

    /** The dates of its meetings, from a year ago to a year ahead; what was cancelled is not among them. */
    public List<Event> events(Area area) {
        ZonedDateTime now = clock.instant().atZone(LondonTime.ZONE);
        return diary
                .between(
                        area.code(),
                        now.minusYears(YEARS).toInstant(),
                        now.plusYears(YEARS).toInstant())
                .stream()
                .filter(occurrence -> !occurrence.cancelled())
                .map(PoliceUkAnswers::event)
                .toList();
    }

    /** What its team works on: what feedback-service told of, else what was imported. */
    public List<Priority> priorities(Area area) {
        List<Priority> told = priorities.told(area.code()).stream()
                .map(PoliceUkAnswers::priority)
                .toList();
        if (!told.isEmpty()) {
            return told;
        }
        return importedPriorities.of(area.code()).stream()
                .map(held -> new Priority(held.issue(), local(held.issued()), held.action(), localOrNull(held.acted())))
                .toList();
    }

    /** Its page at the force, else here. */
    private String web(Area area) {
        return area.contact().web() == null
                ? publicUrl + area.path()
                : area.contact().web();
    }

    private @Nullable Point centre(Area area) {
        AreaDetails.Centre told = area.details().centre();
        if (told != null) {
            return point(told.latitude(), told.longitude());
        }
        return areas.boundary(area.code())
                .map(Geometry::getInteriorPoint)
                .map(Geometry::getCoordinate)
                .map((Coordinate inside) -> point(inside.y, inside.x))
                .orElse(null);
    }

    private Map<String, @Nullable String> contact(Area area) {
        Map<String, @Nullable String> contact = new LinkedHashMap<>();
        teams.find(area.code()).ifPresent(team -> {
            putIfAny(contact, "email", team.email());
            putIfAny(contact, "telephone", team.telephone());
        });
        putIfAny(contact, "email", area.contact().email());
        putIfAny(contact, "telephone", area.contact().telephone());
        area.socialAccounts().forEach(account -> putIfAny(contact, account.network(), account.url()));
        area.details().otherContact().forEach((key, value) -> putIfAny(contact, key, value));
        Optional.ofNullable(area.parent()).flatMap(areas::find).map(Area::socialAccounts).orElse(List.of()).stream()
                .forEach(account -> putIfAny(contact, account.network(), account.url()));
        return contact;
    }

    private static void putIfAny(Map<String, @Nullable String> contact, String key, @Nullable String value) {
        if (value != null) {
            contact.putIfAbsent(key, value);
        }
    }

    private static Location location(Station station) {
        StationDescription described = station.described();
        String address = described.address();
        return new Location(
                described.name(),
                described.kind(),
                address == null ? null : address.replace("\n", "\n, "),
                described.postcode(),
                described.latitude() == null ? null : number(described.latitude()),
                described.longitude() == null ? null : number(described.longitude()),
                described.description());
    }

    private static Officer officer(Member member) {
        return new Officer(
                member.name(),
                member.rankAsGiven().isBlank() ? null : member.rankAsGiven(),
                member.bio(),
                new LinkedHashMap<>(member.contact()));
    }

    private static Event event(Occurrence occurrence) {
        Meeting meeting = occurrence.meeting();
        return new Event(
                meeting.title(),
                meeting.description(),
                meeting.place(),
                meeting.kind(),
                local(occurrence.startsAt()),
                occurrence.endsAt() == null ? null : local(occurrence.endsAt()),
                new LinkedHashMap<>(meeting.contact()));
    }

    private static Priority priority(org.bluelamp.directory.priority.Priority told) {
        String action = told.action();
        LocalDate decided = told.actionOn();
        return new Priority(
                SafeHtml.ofText(told.issue()),
                local(told.setOn().atStartOfDay()),
                action == null ? null : SafeHtml.ofText(action),
                decided == null ? null : local(decided.atStartOfDay()));
    }

    private static Point point(double latitude, double longitude) {
        return new Point(number(latitude), number(longitude));
    }

    /** To a millionth of a degree, as boundaries are kept, in no more digits than it takes. */
    private static String number(double degrees) {
        BigDecimal rounded =
                BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String local(Instant instant) {
        return local(instant.atZone(LondonTime.ZONE).toLocalDateTime());
    }

    private static @Nullable String localOrNull(@Nullable LocalDateTime time) {
        return time == null ? null : local(time);
    }

    private static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }
}
