package org.bluelamp.directory.station;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.AreaRights;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.history.Undoable;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where stations are entered, changed and removed, with who may do so. */
@Service
public class StationRegister implements Undoable {

    private static final String SUBJECT = "station";

    private final Stations stations;
    private final History history;
    private final JsonMapper json;
    private final Clock clock;

    StationRegister(Stations stations, History history, JsonMapper json, Clock clock) {
        this.stations = stations;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes over what a source tells of an area's stations, in this order; telling the same again changes nothing. A
     * station is known again by its name, several of one name by their order. One of this source that is no longer told of is gone. What staff entered or
     * changed since is left alone and stands last.
     *
     * @param area a neighbourhood or a district
     * @param source id of a {@link org.bluelamp.directory.source.Source}
     * @return whether anything is different
     * @throws IllegalArgumentException when a force is to have stations of its own
     */
    @Transactional
    public boolean put(AreaCode area, List<StationDescription> described, String source) {
        requirePlace(area);
        List<Station> held = stations.locked(area);
        Map<String, Deque<Station>> byName = new LinkedHashMap<>();
        List<Station> others = new ArrayList<>();
        for (Station station : held) {
            if (station.source().equals(source)) {
                byName.computeIfAbsent(station.name(), name -> new ArrayDeque<>())
                        .add(station);
            } else {
                others.add(station);
            }
        }
        List<Station> after = new ArrayList<>();
        for (StationDescription told : described) {
            if (others.stream().noneMatch(other -> other.name().equals(told.name()))) {
                Deque<Station> sameName = byName.getOrDefault(told.name(), new ArrayDeque<>());
                after.add(station(sameName.poll(), area, after.size(), told, source));
            }
        }
        for (Station other : others) {
            after.add(station(other, area, after.size(), other.described(), other.source()));
        }
        Map<UUID, Station> before = held.stream().collect(Collectors.toMap(Station::id, Function.identity()));
        after.removeIf(station -> {
            Station was = before.get(station.id());
            return was != null && station.saysTheSameAs(was);
        });
        List<UUID> gone =
                byName.values().stream().flatMap(Deque::stream).map(Station::id).toList();
        stations.delete(gone);
        stations.write(after);
        return !after.isEmpty() || !gone.isEmpty();
    }

    /**
     * Enters a station for a member of staff, after those there are.
     *
     * @throws AccessDeniedException when the person may not edit the area's stations
     */
    @Transactional
    public Station add(StaffMember staff, AreaCode area, StationDescription description) {
        require(staff, area);
        List<Station> held = stations.locked(area);
        int position = held.isEmpty() ? 0 : held.getLast().position() + 1;
        Station added = station(null, area, position, description, Sources.STAFF);
        stations.write(List.of(added));
        record(staff, null, added, description.name() + " added");
        return added;
    }

    /**
     * Changes a station for a member of staff.
     *
     * @param readVersion the version the person had before them
     * @throws AccessDeniedException when the person may not edit the area's stations
     * @throws StaleStation when somebody else changed or removed it meanwhile; nothing is written
     */
    @Transactional
    public Station change(StaffMember staff, AreaCode area, UUID id, StationDescription description, long readVersion) {
        Station before = held(staff, area, id, readVersion);
        Station after = station(before, area, before.position(), description, Sources.STAFF);
        if (description.equals(before.described())) {
            return before;
        }
        stations.write(List.of(after));
        record(staff, before, after, StationDifference.between(before.described(), description));
        return after;
    }

    /**
     * Removes a station for a member of staff.
     *
     * @throws AccessDeniedException when the person may not edit the area's stations
     * @throws StaleStation when somebody else changed or removed it meanwhile; nothing is written
     */
    @Transactional
    public void remove(StaffMember staff, AreaCode area, UUID id, long readVersion) {
        Station before = held(staff, area, id, readVersion);
        stations.delete(List.of(id));
        record(staff, before, null, before.name() + " removed");
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public boolean mayUndo(StaffMember staff, Change change) {
        return AreaRights.mayEditArea(staff, change.area());
    }

    @Override
    @Transactional
    public long undo(StaffMember staff, Change change) {
        List<Station> held = stations.locked(change.area());
        Station before = read(change.before());
        Station after = read(change.after());
        UUID id = UUID.fromString(change.subjectId());
        Station now =
                held.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (now == null ? after != null : after == null || !now.described().equals(after.described())) {
            throw history.changedSince(change);
        }
        if (before == null) {
            stations.delete(List.of(id));
            return record(staff, now, null, Objects.requireNonNull(now).name() + " removed again");
        }
        int position = now != null
                ? now.position()
                : held.isEmpty() ? 0 : held.getLast().position() + 1;
        Station again = new Station(
                id,
                change.area(),
                position,
                before.described(),
                before.source(),
                (now == null ? before.version() : now.version()) + 1,
                clock.instant());
        stations.write(List.of(again));
        return record(
                staff,
                now,
                again,
                now == null
                        ? again.name() + " is back"
                        : StationDifference.between(now.described(), again.described()));
    }

    private long record(StaffMember staff, @Nullable Station before, @Nullable Station after, String what) {
        Station either = after == null ? Objects.requireNonNull(before) : after;
        return history.record(staff, either.area(), SUBJECT, either.id().toString(), before, after, what);
    }

    private Station held(StaffMember staff, AreaCode area, UUID id, long readVersion) {
        require(staff, area);
        Station held = stations.locked(area).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StaleStation(null));
        if (held.version() != readVersion) {
            throw new StaleStation(held);
        }
        return held;
    }

    private Station station(
            @Nullable Station before, AreaCode area, int position, StationDescription description, String source) {
        Instant now = clock.instant();
        return new Station(
                before == null ? UUID.randomUUID() : before.id(),
                area,
                position,
                description,
                source,
                before == null ? 1 : before.version() + 1,
                now);
    }

    private @Nullable Station read(@Nullable JsonNode recorded) {
        return recorded == null ? null : json.treeToValue(recorded, Station.class);
    }

    private static void require(StaffMember staff, AreaCode area) {
        requirePlace(area);
        if (!AreaRights.mayEditArea(staff, area)) {
            throw new AccessDeniedException(staff.name() + " may not edit the stations of " + area);
        }
    }

    private static void requirePlace(AreaCode area) {
        if (AreaKind.of(area) == AreaKind.FORCE) {
            throw new IllegalArgumentException("Stations are of a neighbourhood or a district, not of " + area);
        }
    }
}
