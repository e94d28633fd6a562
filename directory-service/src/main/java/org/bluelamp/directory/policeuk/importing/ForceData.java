package org.bluelamp.directory.policeuk.importing;

import java.util.List;
import org.bluelamp.directory.policeuk.PoliceData.Event;
import org.bluelamp.directory.policeuk.PoliceData.Force;
import org.bluelamp.directory.policeuk.PoliceData.Neighbourhood;
import org.bluelamp.directory.policeuk.PoliceData.Officer;
import org.bluelamp.directory.policeuk.PoliceData.Point;
import org.bluelamp.directory.policeuk.PoliceData.Priority;
import org.jspecify.annotations.Nullable;

/**
 * All that a source tells of a force, as it tells it. Lists are null where it could not be read: what is held of that
 * stays.
 *
 * @param seniors who leads the force
 */
record ForceData(Force force, @Nullable List<Officer> seniors, List<NeighbourhoodData> neighbourhoods) {

    /** @param id as the list of neighbourhoods has it */
    record NeighbourhoodData(
            String id,
            Neighbourhood described,
            @Nullable List<Point> boundary,
            @Nullable List<Officer> people,
            @Nullable List<Event> events,
            @Nullable List<Priority> priorities) {}
}
