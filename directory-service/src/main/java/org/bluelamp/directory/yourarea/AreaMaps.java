package org.bluelamp.directory.yourarea;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.OutlineSet;
import org.bluelamp.directory.area.Outlines;
import org.bluelamp.directory.place.Place;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The maps of neighbourhoods, kept as they were drawn: drawing one is more work than all the rest of a team's page. A
 * map is drawn anew when its outlines, the areas on it or the places in it are no longer what it was drawn from.
 */
@Component
class AreaMaps {

    /** So many maps are kept, some ten kilobytes each: those of the largest forces. */
    private static final int KEPT = 800;

    /** The map of a neighbourhood shows this much around it at most, as a part of its size. */
    private static final double AROUND = 0.6;

    private final Outlines outlines;
    private volatile Drawn drawn;

    AreaMaps(Outlines outlines) {
        this.outlines = outlines;
        this.drawn = new Drawn(null);
    }

    /** The areas that the map of a neighbourhood may show: itself and those around it. */
    Set<AreaCode> around(AreaCode neighbourhood) {
        return outlines.current().around(neighbourhood, AROUND);
    }

    /**
     * The map of a neighbourhood.
     *
     * @param around what is known of the areas {@link #around} it
     * @param linked those of them that are links
     * @param places in it
     */
    AreaMap of(Area neighbourhood, Map<AreaCode, Area> around, List<AreaCode> linked, List<Place> places) {
        OutlineSet now = outlines.current();
        Drawn kept = drawn;
        if (kept.from != now) {
            kept = new Drawn(now);
            drawn = kept;
        }
        return kept.maps.get(new Subject(neighbourhood, around, linked, places), subject -> draw(now, subject));
    }

    private static AreaMap draw(OutlineSet outlines, Subject subject) {
        Area area = subject.neighbourhood;
        return AreaMap.around(
                "Map of " + area.name(),
                area.code(),
                outlines.of(subject.around.keySet()),
                subject.around,
                subject.linked,
                subject.places);
    }

    /** What a map shows. */
    private record Subject(Area neighbourhood, Map<AreaCode, Area> around, List<AreaCode> linked, List<Place> places) {}

    /** The maps drawn from one set of outlines; with others, all begin anew. */
    private static final class Drawn {

        private final @Nullable OutlineSet from;
        private final Cache<Subject, AreaMap> maps =
                Caffeine.newBuilder().maximumSize(KEPT).build();

        Drawn(@Nullable OutlineSet from) {
            this.from = from;
        }
    }
}
