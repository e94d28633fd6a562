package org.bluelamp.directory.meeting;

import java.util.List;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/** Who can host the meetings of an area. The package that keeps the teams answers, so that it may build on this one. */
public interface Hosts {

    /** Everybody of the area's team, in the team's order. */
    List<Host> of(AreaCode area);

    /**
     * One who can host.
     *
     * @param title rank and name as on the page, for example "Sgt Jo Field"
     */
    record Host(UUID id, String title) {}
}
