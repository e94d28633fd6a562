package org.bluelamp.directory.station;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.directory.area.AreaKind;
import org.bluelamp.directory.area.AreaRights;
import org.bluelamp.directory.history.CannotUndo;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.history.Undoable;
import org.bluelamp.service.area.AreaCode;
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
     * Takes over what is told of an area's stations, all of them, in this order; telling the same again changes nothing.
     * A station of the same name keeps its id.
     *
     * @param area a neighbourhood or a district
     * @param source id of where it comes from
     * @return whether anything is different
     * @throws IllegalArgumentException when a force is to have stations of its own
     */
    @Transactional
    public boolean put(AreaCode area, List<StationDescription> described, String source) {
        requirePlace(area);
        List<Station> held = stations.locked(area);
        Map<String, Station> byName = new HashMap<>();
        held.forEach(station -> byName.putIfAbsent(station.name(), station));
        List<Station> changed = new ArrayList<>();
        Set<UUID> kept = new HashSet<>();
        for (int i = 0; i < described.size(); i++) {
            StationDescription description = described.get(i);
            Station before = byName.remove(description.name());
            Station after = station(before, area, i, description, source);
            kept.add(after.id());
            if (before == null || !after.saysTheSameAs(before)) {
                changed.add(after);
            }
        }
        List<UUID> gone = held.stream().filter(station -> !kept.contains(station.id())).map(Station::id).toList();
        stations.delete(gone);
        stations.write(changed);
        return !changed.isEmpty() || !gone.isEmpty();
    }

    /**
     * Enters a station for a member of staff, after those there are.
     *
     * @throws AccessDeniedException when the person may not edit the area's stations
     */
    @Transactional
    public Station add(StaffMember staff, AreaCode area, StationDescription description, String source) {
        require(staff, area);
        List<Station> held = stations.locked(area);
        int position = held.isEmpty() ? 0 : held.getLast().position() + 1;
        Station added = station(null, area, position, description, source);
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
        Station after = station(before, area, before.position(), description, before.source());
        if (after.saysTheSameAs(before)) {
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
        Station now = held.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (now == null ? after != null : after == null || !now.described().equals(after.described())) {
            throw history.changedSince(change);
        }
        if (before == null) {
            stations.delete(List.of(id));
            return record(staff, now, null, Objects.requireNonNull(now).name() + " removed again");
        }
        int position = now != null ? now.position() : held.isEmpty() ? 0 : held.getLast().position() + 1;
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
