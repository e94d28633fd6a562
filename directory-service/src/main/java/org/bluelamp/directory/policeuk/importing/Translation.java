package org.bluelamp.directory.policeuk.importing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.directory.geo.BadBoundary;
import org.bluelamp.directory.geo.Boundaries;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.directory.policeuk.PoliceData.EngagementMethod;
import org.bluelamp.directory.policeuk.PoliceData.Event;
import org.bluelamp.directory.policeuk.PoliceData.Link;
import org.bluelamp.directory.policeuk.PoliceData.Location;
import org.bluelamp.directory.policeuk.PoliceData.Neighbourhood;
import org.bluelamp.directory.policeuk.PoliceData.Officer;
import org.bluelamp.directory.policeuk.PoliceData.Point;
import org.bluelamp.directory.policeuk.PoliceData.Priority;
import org.bluelamp.directory.policeuk.importing.ForceData.NeighbourhoodData;
import org.bluelamp.directory.priority.ImportedPriority;
import org.bluelamp.directory.station.StationDescription;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.TeamDescription;
import org.bluelamp.directory.team.TeamDescription.Person;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.importing.Progress;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes of what the national police data tells what our registers take. What cannot be taken is told with its place and
 * left out: an entry of a list, a boundary, an address, or a neighbourhood as a whole.
 */
final class Translation {

    private static final int LONGEST_NAME = 120;

    private final AreaCode force;
    private final String source;
    private final String label;
    private final Map<AreaCode, Area> held;
    private final Districts districts;
    private final Edited edited;
    private final Progress progress;

    /**
     * What staff changed here, which an import leaves alone.
     *
     * @see org.bluelamp.directory.history.History
     */
    interface Edited {

        boolean texts(AreaCode area);

        boolean team(AreaCode area);

        Optional<TeamDescription> heldTeam(AreaCode area);
    }

    /**
     * @param label what teams are called where we do not hold it
     * @param held what is held of the force's areas
     */
    Translation(
            AreaCode force,
            String source,
            String label,
            List<Area> held,
            Districts districts,
            Edited edited,
            Progress progress) {
        this.force = force;
        this.source = source;
        this.held = new HashMap<>();
        held.forEach(area -> this.held.put(area.code(), area));
        Area known = this.held.get(force);
        this.label = known == null ? label : known.label();
        this.districts = districts;
        this.edited = edited;
        this.progress = progress;
    }

    Translated translate(ForceData told) {
        String name = Objects.requireNonNullElse(Texts.name(told.force().name()), force.value());
        Places places = new Places(force, name, held.values(), districts);
        List<AreaDescription> neighbourhoods = new ArrayList<>();
        List<TeamDescription> teams = new ArrayList<>();
        Map<AreaCode, List<StationDescription>> stations = new LinkedHashMap<>();
        Map<AreaCode, List<MeetingDescription>> meetings = new LinkedHashMap<>();
        Map<AreaCode, List<ImportedPriority>> priorities = new LinkedHashMap<>();
        for (NeighbourhoodData one : told.neighbourhoods()) {
            String where = force + "/" + one.id();
            String called = Texts.name(one.described().name());
            if (called == null || called.length() > LONGEST_NAME) {
                progress.skipped(where, called == null ? "It has no name" : "Its name is too long");
                continue;
            }
            Area known = places.held(one.id(), called).orElse(null);
            AreaCode code = known == null ? places.next(one.id(), called) : known.code();
            if (known != null) {
                places.elsewhere(one.id(), code)
                        .ifPresent(district -> progress.note(where + " stays at " + code
                                + ", where it was put before, and does not move into " + district));
            }
            ContactDetails contact = ContactDetails.of(one.described().contact_details(), where, progress);
            neighbourhoods.add(neighbourhood(one, called, known, code, contact, where));
            team(one, code, contact, where).ifPresent(teams::add);
            stations.put(code, stations(one.described().locations(), where + ", locations"));
            if (one.events() != null) {
                meetings.put(code, meetings(one.events(), where + "/events"));
            }
            if (one.priorities() != null) {
                priorities.put(code, priorities(one.priorities(), where + "/priorities"));
            }
        }
        List<AreaDescription> areas = new ArrayList<>();
        areas.add(force(told, name));
        places.newDistricts().forEach((code, district) -> areas.add(district(code, district)));
        areas.addAll(neighbourhoods);
        return new Translated(
                areas,
                told.seniors() == null ? null : seniors(told.seniors(), force + "/people"),
                teams,
                stations,
                meetings,
                priorities);
    }

    private AreaDescription force(ForceData told, String name) {
        Area known = held.get(force);
        List<AreaDetails.Link> methods = new ArrayList<>();
        List<SocialAccount> accounts = new ArrayList<>();
        for (EngagementMethod method : orEmpty(told.force().engagement_methods())) {
            AreaDetails.Link link = link(method.title(), method.url(), method.description(), "forces/" + force);
            if (link != null) {
                methods.add(link);
                SocialAccount account = link.url() == null ? null : ContactDetails.account(link.url());
                if (account != null) {
                    accounts.add(account);
                }
            }
        }
        Area ours = known != null && edited.texts(force) ? known : null;
        return new AreaDescription(
                force,
                name,
                label,
                new Contact(
                        known == null ? null : known.contact().email(),
                        Texts.orNull(told.force().telephone()),
                        Texts.url(told.force().url())),
                ours != null ? ours.socialAccounts() : accounts,
                known == null ? null : known.households(),
                null,
                new AreaDetails(
                        ours != null
                                ? ours.details().description()
                                : Texts.html(told.force().description()),
                        known == null ? null : known.details().population(),
                        known == null ? null : known.details().centre(),
                        methods,
                        known == null ? Map.of() : known.details().otherContact()),
                null,
                source);
    }

    private AreaDescription district(AreaCode code, String name) {
        return new AreaDescription(
                code, name, label, Contact.NONE, List.of(), null, null, AreaDetails.NONE, null, source);
    }

    private AreaDescription neighbourhood(
            NeighbourhoodData one,
            String name,
            @Nullable Area known,
            AreaCode code,
            ContactDetails contact,
            String where) {
        Neighbourhood told = one.described();
        Area ours = known != null && edited.texts(code) ? known : null;
        if (ours != null) {
            progress.note(where + ": its text and accounts stay as staff wrote them");
        }
        List<AreaDetails.Link> links = new ArrayList<>();
        for (Link link : orEmpty(told.links())) {
            AreaDetails.Link kept = link(link.title(), link.url(), link.description(), where + ", links");
            if (kept != null) {
                links.add(kept);
            }
        }
        return new AreaDescription(
                code,
                name,
                label,
                new Contact(contact.email(), contact.telephone(), Texts.url(told.url_force())),
                ours != null ? ours.socialAccounts() : contact.accounts(),
                known == null ? null : known.households(),
                one.id(),
                new AreaDetails(
                        ours != null ? ours.details().description() : Texts.html(told.description()),
                        Texts.people(told.population()),
                        centre(told.centre(), where),
                        links,
                        contact.other()),
                boundary(one.boundary(), name, where),
                source);
    }

    private AreaDetails.@Nullable Link link(
            @Nullable String title, @Nullable String url, @Nullable String description, String where) {
        String address = Texts.url(url);
        if (address == null && Texts.orNull(url) != null) {
            progress.skipped(where, "\"" + url + "\" is no address on the web");
        }
        String called = Objects.requireNonNullElse(Texts.name(title), Objects.requireNonNullElse(address, ""));
        return called.isEmpty() ? null : new AreaDetails.Link(called, address, Texts.plain(description));
    }

    private AreaDetails.@Nullable Centre centre(@Nullable Point told, String where) {
        if (told == null) {
            return null;
        }
        Double latitude = Texts.degrees(told.latitude(), 90);
        Double longitude = Texts.degrees(told.longitude(), 180);
        if (latitude == null || longitude == null) {
            progress.skipped(where + ", centre", "It is no latitude and longitude in degrees");
            return null;
        }
        return new AreaDetails.Centre(longitude, latitude);
    }

    /** The ring, closed if it is not: the format does not ask for it. */
    private @Nullable Geometry boundary(@Nullable List<Point> told, String name, String where) {
        if (told == null || told.isEmpty()) {
            progress.skipped(where + "/boundary", "There is none; what is held stays");
            return null;
        }
        List<Coordinate> ring = new ArrayList<>();
        for (Point point : told) {
            Double latitude = Texts.degrees(point.latitude(), 90);
            Double longitude = Texts.degrees(point.longitude(), 180);
            if (latitude == null || longitude == null) {
                progress.skipped(
                        where + "/boundary",
                        "Point " + (ring.size() + 1) + " is no latitude and longitude in degrees; what is held stays");
                return null;
            }
            ring.add(new Coordinate(longitude, latitude));
        }
        if (!ring.getFirst().equals2D(ring.getLast())) {
            ring.add(ring.getFirst().copy());
        }
        try {
            return boundary(name, ring);
        } catch (BadBoundary e) {
            progress.skipped(where + "/boundary", e.getMessage() + "; what is held stays");
            return null;
        }
    }

    /** Points are put on the grid one by one, so that the ring begins where it began; unless that makes it cross itself. */
    private static Geometry boundary(String name, List<Coordinate> ring) {
        try {
            return Boundaries.ofRings(
                    name,
                    List.of(List.of(ring.stream()
                            .map(point -> new Coordinate(onGrid(point.x), onGrid(point.y)))
                            .toList())));
        } catch (BadBoundary onTheGrid) {
            return Boundaries.ofRings(name, List.of(List.of(ring)));
        }
    }

    private static double onGrid(double degrees) {
        return Math.rint(degrees * Boundaries.GRID) / Boundaries.GRID;
    }

    private Optional<TeamDescription> team(NeighbourhoodData one, AreaCode code, ContactDetails contact, String where) {
        TeamDescription known = edited.heldTeam(code).orElse(null);
        if (known != null && edited.team(code)) {
            progress.note(where + ": its team stays as staff entered it");
            return Optional.empty();
        }
        List<Person> members = one.people() == null
                ? known == null ? List.of() : known.members()
                : people(one.people(), where + "/people");
        return Optional.of(new TeamDescription(
                code,
                contact.email(),
                contact.telephone(),
                members,
                known == null ? List.of() : known.vacancies(),
                source));
    }

    /** The data does not say who leads: the first sergeant does, or else the first of a higher rank. */
    private List<Person> people(List<Officer> told, String where) {
        List<Person> people = new ArrayList<>();
        for (Officer officer : named(told, where)) {
            String words = Objects.requireNonNullElse(Texts.name(officer.rank()), "");
            people.add(new Person(
                    null,
                    Objects.requireNonNull(officer.name()),
                    Rank.ofWords(words),
                    words,
                    false,
                    false,
                    null,
                    officer.bio(),
                    ContactDetails.all(officer.contact_details(), where, progress)));
        }
        people.stream()
                .filter(person -> person.rank() == Rank.SERGEANT)
                .findFirst()
                .or(() -> people.stream()
                        .filter(person -> person.rank().canLead())
                        .findFirst())
                .ifPresent(lead -> people.set(
                        people.indexOf(lead),
                        new Person(
                                null,
                                lead.name(),
                                lead.rank(),
                                lead.rankAsGiven(),
                                true,
                                false,
                                null,
                                lead.bio(),
                                lead.contact())));
        return people;
    }

    private List<Officer> seniors(List<Officer> told, String where) {
        return named(told, where).stream()
                .map(officer -> new Officer(
                        officer.name(),
                        Texts.name(officer.rank()),
                        officer.bio(),
                        nullable(ContactDetails.all(officer.contact_details(), where, progress))))
                .toList();
    }

    private static Map<String, @Nullable String> nullable(Map<String, String> contact) {
        return new LinkedHashMap<>(contact);
    }

    /** Those who have a name, with it and their text made plain. */
    private List<Officer> named(List<Officer> told, String where) {
        List<Officer> named = new ArrayList<>();
        int n = 0;
        for (Officer officer : told) {
            n++;
            String name = Texts.name(officer.name());
            if (name == null || name.length() > LONGEST_NAME) {
                progress.skipped(where + ", person " + n, name == null ? "There is no name" : "The name is too long");
            } else {
                named.add(new Officer(name, officer.rank(), Texts.plain(officer.bio()), officer.contact_details()));
            }
        }
        return named;
    }

    private List<StationDescription> stations(@Nullable List<Location> told, String where) {
        List<StationDescription> stations = new ArrayList<>();
        int n = 0;
        for (Location location : orEmpty(told)) {
            n++;
            String address = Texts.lines(location.address());
            String name = Texts.name(location.name());
            if (name == null) {
                progress.skipped(where + ", place " + n, "There is no name");
                continue;
            }
            Double latitude = Texts.degrees(location.latitude(), 90);
            Double longitude = Texts.degrees(location.longitude(), 180);
            boolean placed = latitude != null && longitude != null;
            if (!placed && (Texts.orNull(location.latitude()) != null || Texts.orNull(location.longitude()) != null)) {
                progress.skipped(where + ", " + name, "Where it lies is no latitude and longitude in degrees");
            }
            stations.add(new StationDescription(
                    name,
                    Texts.name(location.type()),
                    address,
                    Texts.orNull(location.postcode()),
                    null,
                    placed ? longitude : null,
                    placed ? latitude : null,
                    null,
                    Texts.plain(location.description())));
        }
        return stations;
    }

    private List<MeetingDescription> meetings(List<Event> told, String where) {
        List<MeetingDescription> meetings = new ArrayList<>();
        int n = 0;
        for (Event event : told) {
            n++;
            String at = where + ", event " + n;
            Instant starts = instant(event.start_date());
            if (starts == null) {
                progress.skipped(at, "\"" + event.start_date() + "\" is no time at which it could start");
                continue;
            }
            Instant ends = instant(event.end_date());
            if (ends == null && Texts.orNull(event.end_date()) != null) {
                progress.skipped(at, "\"" + event.end_date() + "\" is no time at which it could end");
                continue;
            }
            try {
                meetings.add(new MeetingDescription(
                        Objects.requireNonNullElse(Texts.name(event.title()), ""),
                        Texts.html(event.description()),
                        Objects.requireNonNullElse(Texts.name(event.type()), ""),
                        Texts.oneLine(event.address()),
                        Schedule.once(starts, ends),
                        ContactDetails.all(event.contact_details(), at, progress),
                        null));
            } catch (IllegalArgumentException e) {
                progress.skipped(at, Objects.requireNonNullElse(e.getMessage(), "It is no meeting"));
            }
        }
        return meetings;
    }

    private static @Nullable Instant instant(@Nullable String local) {
        return Texts.time(local)
                .map(time -> time.atZone(LondonTime.ZONE).toInstant())
                .orElse(null);
    }

    private List<ImportedPriority> priorities(List<Priority> told, String where) {
        List<ImportedPriority> priorities = new ArrayList<>();
        int n = 0;
        for (Priority priority : told) {
            n++;
            String at = where + ", priority " + n;
            LocalDateTime issued = Texts.time(priority.issueDate())
                    .or(() -> Texts.time(priority.actionDate()))
                    .orElse(null);
            String issue = Texts.html(priority.issue());
            if (issued == null || issue == null) {
                progress.skipped(at, issue == null ? "It does not say what is wrong" : "It has no date");
                continue;
            }
            try {
                priorities.add(new ImportedPriority(
                        issue,
                        issued,
                        Texts.html(priority.action()),
                        Texts.time(priority.actionDate()).orElse(null)));
            } catch (IllegalArgumentException e) {
                progress.skipped(at, "It does not say what is wrong");
            }
        }
        return priorities;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
