package org.bluelamp.directory.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.directory.place.Place;
import org.bluelamp.directory.place.Places;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.directory.source.Source;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.directory.station.StationDescription;
import org.bluelamp.directory.station.StationRegister;
import org.bluelamp.directory.street.Street;
import org.bluelamp.directory.street.Streets;
import org.bluelamp.directory.team.Cover;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.TeamDescription;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.directory.team.Vacancy;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hertfordshire with its ten districts and 33 teams, with invented people, boundaries, postcodes and meetings. It goes the way
 * all data goes, events included, and only once: what was changed since stays changed.
 */
@Component
public class DemoData {

    /** The id under which all of it can be told apart. */
    public static final String SOURCE = "demonstration";

    private static final String FOLDER = "demo/hertfordshire/";
    private static final TypeReference<List<TeamEntry>> TEAMS = new TypeReference<>() {};
    private static final TypeReference<List<StationsEntry>> STATIONS = new TypeReference<>() {};

    private final Sources sources;
    private final AreaRegister areas;
    private final TeamRegister teams;
    private final MeetingRegister meetings;
    private final DemoMeetings demoMeetings;
    private final StationRegister stations;
    private final Neighbourhoods neighbourhoods;
    private final Places places;
    private final Postcodes postcodes;
    private final Streets streets;
    private final DirectoryProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    DemoData(
            Sources sources,
            AreaRegister areas,
            TeamRegister teams,
            MeetingRegister meetings,
            DemoMeetings demoMeetings,
            StationRegister stations,
            Neighbourhoods neighbourhoods,
            Places places,
            Postcodes postcodes,
            Streets streets,
            DirectoryProperties properties,
            JsonMapper json,
            Clock clock) {
        this.sources = sources;
        this.areas = areas;
        this.teams = teams;
        this.meetings = meetings;
        this.demoMeetings = demoMeetings;
        this.stations = stations;
        this.neighbourhoods = neighbourhoods;
        this.places = places;
        this.postcodes = postcodes;
        this.streets = streets;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Loads it unless it was loaded before; of several replicas that start together one loads and the others wait.
     *
     * @return whether it was loaded now
     */
    @Transactional
    public boolean load() {
        Source source = new Source(
                SOURCE,
                "This is demonstration data. The boundaries, officers, stations, meetings and postcodes are invented to"
                        + " show how the site works.",
                true,
                clock.instant());
        if (!sources.add(source)) {
            return false;
        }
        List<Place> towns = towns();
        areas.put(areas(DemoGeography.boundaries(outline(), towns)));
        teams.put(teams());
        demoMeetings.described().forEach((area, described) -> meetings.put(area, described, SOURCE));
        read("stations.json", STATIONS)
                .forEach(entry -> stations.put(new AreaCode(entry.area()), entry.stations(), SOURCE));
        places.put(towns);
        postcodes.put(postcodes());
        streets.put(streets(towns));
        return true;
    }

    private List<AreaDescription> areas(Map<AreaCode, Geometry> boundaries) {
        Map<AreaCode, List<SocialAccount>> accounts = new HashMap<>();
        for (CsvFile.Row row : CsvFile.rows(FOLDER + "social-accounts.csv")) {
            accounts.computeIfAbsent(new AreaCode(row.get("area")), code -> new ArrayList<>())
                    .add(new SocialAccount(row.get("network"), row.get("name"), row.get("url")));
        }
        return CsvFile.rows(FOLDER + "areas.csv").stream()
                .map(row -> {
                    AreaCode code = new AreaCode(row.get("code"));
                    return new AreaDescription(
                            code,
                            row.get("name"),
                            properties.teamLabel(),
                            Contact.NONE,
                            accounts.getOrDefault(code, List.of()),
                            row.get("households").isEmpty() ? null : Integer.valueOf(row.get("households")),
                            null,
                            AreaDetails.NONE,
                            boundaries.get(code),
                            SOURCE);
                })
                .toList();
    }

    private List<TeamDescription> teams() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        return read("teams.json", TEAMS).stream()
                .map(team -> team.description(today))
                .toList();
    }

    private <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = new ClassPathResource(FOLDER + file).getInputStream()) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LocatedPostcode> postcodes() {
        return CsvFile.rows(FOLDER + "postcodes.csv").stream()
                .map(row -> {
                    double longitude = row.number("longitude");
                    double latitude = row.number("latitude");
                    return new LocatedPostcode(
                            Postcode.read(row.get("postcode")).orElseThrow(),
                            longitude,
                            latitude,
                            neighbourhoods.at(longitude, latitude).orElse(null),
                            null,
                            row.get("ended").isEmpty() ? null : LocalDate.parse(row.get("ended")),
                            SOURCE);
                })
                .toList();
    }

    /** Streets have the point of the place that they are in. */
    private static List<Street> streets(List<Place> places) {
        Map<String, Place> byName = places.stream().collect(Collectors.toMap(Place::name, place -> place, (a, b) -> a));
        return CsvFile.rows(FOLDER + "streets.csv").stream()
                .map(row -> {
                    Place place = Objects.requireNonNull(byName.get(row.get("place")));
                    return new Street(
                            row.get("name"),
                            row.get("town"),
                            place.longitude(),
                            place.latitude(),
                            place.neighbourhood(),
                            SOURCE);
                })
                .toList();
    }

    static List<Place> towns() {
        return CsvFile.rows(FOLDER + "places.csv").stream()
                .map(row -> new Place(
                        row.get("name"),
                        row.get("kind"),
                        row.get("within").isEmpty() ? null : row.get("within"),
                        row.number("longitude"),
                        row.number("latitude"),
                        new AreaCode(row.get("neighbourhood")),
                        SOURCE))
                .toList();
    }

    static List<Coordinate> outline() {
        return CsvFile.rows(FOLDER + "outline.csv").stream()
                .map(row -> new Coordinate(row.number("longitude"), row.number("latitude")))
                .toList();
    }

    /** One team of {@code teams.json}. */
    record TeamEntry(
            String area, String email, String telephone, List<MemberEntry> members, List<VacancyEntry> vacancies) {

        TeamDescription description(LocalDate today) {
            return new TeamDescription(
                    new AreaCode(area),
                    email,
                    telephone,
                    members.stream().map(member -> member.person(area, today)).toList(),
                    vacancies.stream()
                            .map(post -> new Vacancy(
                                    Rank.ofWords(post.rank()),
                                    post.cover() == null ? null : post.cover().cover(area, today)))
                            .toList(),
                    SOURCE);
        }

        /** The same for the same person with every load. */
        static UUID id(String area, String name) {
            return UUID.nameUUIDFromBytes((area + "/" + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One member of {@code teams.json}; what is left out is false or nothing. */
    record MemberEntry(
            String name,
            String rank,
            @Nullable Boolean lead,
            @Nullable Boolean namedContact,
            @Nullable CoverEntry cover,
            @Nullable String bio,
            @Nullable Map<String, String> contact) {

        TeamDescription.Person person(String area, LocalDate today) {
            return new TeamDescription.Person(
                    TeamEntry.id(area, name),
                    name,
                    Rank.ofWords(rank),
                    rank,
                    Boolean.TRUE.equals(lead),
                    Boolean.TRUE.equals(namedContact),
                    cover == null ? null : cover.cover(area, today),
                    bio,
                    contact == null ? Map.of() : contact);
        }
    }

    /** One vacant post of {@code teams.json}. */
    record VacancyEntry(String rank, @Nullable CoverEntry cover) {}

    /**
     * Cover in {@code teams.json}.
     *
     * @param by the name of a colleague in the same team
     * @param days how many days after the load it ends
     */
    record CoverEntry(
            @Nullable String by,
            @Nullable String note,
            @Nullable Integer days) {

        Cover cover(String area, LocalDate today) {
            return new Cover(
                    by == null ? null : TeamEntry.id(area, by), note, days == null ? null : today.plusDays(days));
        }
    }

    /** The stations of one area, of {@code stations.json}. */
    record StationsEntry(String area, List<StationDescription> stations) {}
}
