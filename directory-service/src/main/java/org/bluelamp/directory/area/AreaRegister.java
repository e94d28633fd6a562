package org.bluelamp.directory.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.directory.geo.Coverage;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where areas are entered and changed: compares with what is held, redraws what touches it, has the points near a moved
 * border looked at again, and announces what changed; all of it in one transaction.
 */
@Service
public class AreaRegister {

    private final Areas areas;
    private final Neighbourhoods neighbourhoods;
    private final Outlines outlines;
    private final Outbox outbox;
    private final ApplicationEventPublisher inside;

    AreaRegister(
            Areas areas,
            Neighbourhoods neighbourhoods,
            Outlines outlines,
            Outbox outbox,
            ApplicationEventPublisher inside) {
        this.areas = areas;
        this.neighbourhoods = neighbourhoods;
        this.outlines = outlines;
        this.outbox = outbox;
        this.inside = inside;
    }

    /**
     * Takes over what is told of areas, all or nothing; telling the same again changes nothing. Areas that are not told
     * of stay, but are redrawn where a neighbour's border moved.
     *
     * @param described areas whose parents are known or among them; one told without a boundary keeps what it has
     * @return the codes of the areas that are new or different
     * @throws IllegalArgumentException when an area is told twice or its parent is not known, or when an id of the police
     *     data belongs to two of them; nothing is written
     */
    @Transactional
    public List<AreaCode> put(Collection<AreaDescription> described) {
        Map<AreaCode, AreaDescription> told = byCode(described);
        refuseOrphans(told);
        refuseSharedIds(told);
        if (described.stream().allMatch(area -> area.boundary() == null)) {
            return announced(areas.write(described, Map.of(), Map.of()));
        }
        areas.lockBoundaries();
        Map<AreaCode, AreaDescription> all = new LinkedHashMap<>();
        Map<AreaCode, Geometry> boundaries = new TreeMap<>();
        told.keySet().stream().map(AreaRegister::force).distinct().forEach(force -> {
            areas.descriptions(force).forEach(area -> all.put(area.code(), area));
            boundaries.putAll(areas.neighbourhoodBoundaries(force));
        });
        all.putAll(told);
        List<Envelope> moved = new ArrayList<>();
        told.forEach((code, area) -> {
            Geometry now = area.boundary();
            Geometry before = boundaries.get(code);
            if (now != null && !(before != null && now.equalsExact(before))) {
                boundaries.put(code, now);
                moved.add(extent(before, now));
            }
        });
        if (moved.isEmpty()) {
            return announced(areas.write(described, Map.of(), Map.of()));
        }
        List<AreaCode> changed = areas.write(all.values(), boundaries, drawn(all.values(), boundaries));
        areas.boundariesChanged();
        neighbourhoods.changed();
        outlines.changed();
        inside.publishEvent(new BoundariesMoved(moved));
        return announced(changed);
    }

    /**
     * Gives neighbourhoods of one force other boundaries, all or none; all else that is known of them stays.
     *
     * @param boundaries by neighbourhoods that are known; in WGS84
     * @return the codes of the areas that changed by it
     */
    @Transactional
    public List<AreaCode> redraw(Map<AreaCode, Geometry> boundaries) {
        List<AreaDescription> redrawn = boundaries.keySet().stream()
                .map(AreaRegister::force)
                .distinct()
                .flatMap(force -> areas.descriptions(force).stream())
                .filter(area -> boundaries.containsKey(area.code()))
                .map(area -> area.within(Objects.requireNonNull(boundaries.get(area.code()))))
                .toList();
        return put(redrawn);
    }

    /** Calls the teams of a force by this label from now on, and tells everybody when that is new. */
    @Transactional
    public void label(AreaCode force, String label) {
        announced(areas.relabel(force, label));
    }

    /**
     * Says how many households neighbourhoods have, and tells everybody of whom that is new.
     *
     * @param households by neighbourhoods that are known
     * @return the codes of the areas that changed by it
     */
    @Transactional
    public List<AreaCode> count(Map<AreaCode, Integer> households) {
        return announced(areas.count(households));
    }

    /** Tells everybody of areas that were changed in this transaction, and returns them. */
    List<AreaCode> announced(List<AreaCode> changed) {
        if (!changed.isEmpty()) {
            outbox.appendAll(areas.announcements(changed));
            inside.publishEvent(new AreasChanged(changed));
        }
        return changed;
    }

    /** The outlines of all of them; also adds the boundaries of those above neighbourhoods to the boundaries. */
    private static Map<AreaCode, Geometry> drawn(Collection<AreaDescription> all, Map<AreaCode, Geometry> boundaries) {
        Map<AreaCode, Geometry> outlines = new TreeMap<>(Coverage.outlines(boundaries));
        for (AreaDescription area : all) {
            if (area.kind() != AreaKind.NEIGHBOURHOOD) {
                putIfAny(boundaries, area.code(), union(area.code(), boundaries));
                putIfAny(outlines, area.code(), union(area.code(), outlines));
            }
        }
        return outlines;
    }

    private static Map<AreaCode, AreaDescription> byCode(Collection<AreaDescription> described) {
        Map<AreaCode, AreaDescription> told = new LinkedHashMap<>();
        for (AreaDescription area : described) {
            if (told.put(area.code(), area) != null) {
                throw new IllegalArgumentException("The area " + area.code() + " is told twice");
            }
        }
        return told;
    }

    private void refuseOrphans(Map<AreaCode, AreaDescription> told) {
        List<AreaCode> above = told.values().stream()
                .map(AreaDescription::parent)
                .filter(Objects::nonNull)
                .filter(parent -> !told.containsKey(parent))
                .distinct()
                .toList();
        Set<AreaCode> unknown = areas.unknown(above);
        told.values().stream()
                .filter(area -> area.parent() != null && unknown.contains(area.parent()))
                .findFirst()
                .ifPresent(orphan -> {
                    throw new IllegalArgumentException(
                            "There is no area " + orphan.parent() + " in which " + orphan.name() + " could lie");
                });
    }

    /** An id that another neighbourhood of the force has already, or two among those told. */
    private void refuseSharedIds(Map<AreaCode, AreaDescription> told) {
        Map<AreaCode, Map<String, AreaCode>> known = new HashMap<>();
        for (AreaDescription area : told.values()) {
            String id = area.policeUkId();
            if (id != null && area.kind() == AreaKind.NEIGHBOURHOOD) {
                Map<String, AreaCode> ofForce = known.computeIfAbsent(
                        force(area.code()), force -> new HashMap<>(idsOfOthers(force, told.keySet())));
                AreaCode other = ofForce.put(id, area.code());
                if (other != null) {
                    throw new IllegalArgumentException("The id " + id + " of the police data belongs to " + other
                            + " and cannot belong to " + area.code() + " as well");
                }
            }
        }
    }

    private Map<String, AreaCode> idsOfOthers(AreaCode force, Set<AreaCode> told) {
        return areas.policeUkIds(force).entrySet().stream()
                .filter(entry -> !told.contains(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static AreaCode force(AreaCode code) {
        return new AreaCode(code.value().split("/", 2)[0]);
    }

    private static Envelope extent(@Nullable Geometry before, Geometry now) {
        Envelope extent = now.getEnvelopeInternal();
        if (before != null) {
            extent.expandToInclude(before.getEnvelopeInternal());
        }
        return extent;
    }

    private static @Nullable Geometry union(AreaCode of, Map<AreaCode, Geometry> geometries) {
        List<Geometry> parts = new ArrayList<>();
        geometries.forEach((code, geometry) -> {
            if (AreaKind.of(code) == AreaKind.NEIGHBOURHOOD && of.covers(code)) {
                parts.add(geometry);
            }
        });
        return parts.isEmpty() ? null : Coverage.union(parts);
    }

    private static void putIfAny(Map<AreaCode, Geometry> into, AreaCode code, @Nullable Geometry geometry) {
        if (geometry != null) {
            into.put(code, geometry);
        }
    }
}
