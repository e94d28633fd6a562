package org.bluelamp.directory.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluelamp.directory.geo.Coverage;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where areas are entered and changed: compares with what is held, redraws what touches it, announces what changed. */
@Service
public class AreaRegister {

    private final Areas areas;
    private final Outbox outbox;
    private final ApplicationEventPublisher neighbours;

    AreaRegister(Areas areas, Outbox outbox, ApplicationEventPublisher neighbours) {
        this.areas = areas;
        this.outbox = outbox;
        this.neighbours = neighbours;
    }

    /**
     * Takes over what is told of areas, all or nothing; telling the same again changes nothing. Areas that are not told
     * of stay, but are redrawn where a neighbour's border moved.
     *
     * @param described areas whose parents are known or among them; one told without a boundary keeps what it has
     * @return the codes of the areas that are new or different
     */
    @Transactional
    public List<AreaCode> put(Collection<AreaDescription> described) {
        Map<AreaCode, AreaDescription> all = new LinkedHashMap<>();
        Map<AreaCode, Geometry> boundaries = new TreeMap<>();
        described.stream().map(AreaRegister::force).distinct().forEach(force -> {
            areas.descriptions(force).forEach(area -> all.put(area.code(), area));
            boundaries.putAll(areas.neighbourhoodBoundaries(force));
        });
        for (AreaDescription area : described) {
            all.put(area.code(), area);
            if (area.boundary() != null) {
                boundaries.put(area.code(), area.boundary());
            }
        }
        Map<AreaCode, Geometry> outlines = new TreeMap<>(Coverage.outlines(boundaries));
        for (AreaDescription area : all.values()) {
            if (area.kind() != AreaKind.NEIGHBOURHOOD) {
                putIfAny(boundaries, area.code(), union(area.code(), boundaries));
                putIfAny(outlines, area.code(), union(area.code(), outlines));
            }
        }
        List<AreaCode> changed = areas.write(all.values(), boundaries, outlines);
        if (!changed.isEmpty()) {
            areas.boundariesChanged();
            announce(changed);
        }
        return changed;
    }

    /** Calls the teams of a force by this label from now on, and tells everybody when that is new. */
    @Transactional
    public void label(AreaCode force, String label) {
        List<AreaCode> changed = areas.relabel(force, label);
        if (!changed.isEmpty()) {
            announce(changed);
        }
    }

    private void announce(List<AreaCode> changed) {
        outbox.appendAll(areas.announcements(changed));
        neighbours.publishEvent(new AreasChanged(changed));
    }

    private static AreaCode force(AreaDescription area) {
        return new AreaCode(area.code().value().split("/", 2)[0]);
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
