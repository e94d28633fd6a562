package org.bluelamp.directory.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/** Who can host the meetings of an area. The package that keeps the teams answers, so that it may build on this one. */
public interface Hosts {

    /** Everybody of the area's team, in the team's order. */
    List<Host> of(AreaCode area);

    /**
     * One who can host.
     *
     * @param title rank and name as on the page, for example "Sgt Jo Field"
     * @param away that somebody covers for them or that they are away, in words; null when they are there
     * @param awayUntil the last day of that, in the time of the United Kingdom; null when no end is known
     */
    record Host(
            UUID id,
            String title,
            @Nullable String away,
            @Nullable LocalDate awayUntil) {

        /** Whether they are known to be away on that day. */
        public boolean isAwayOn(LocalDate day) {
            return away != null && (awayUntil == null || !day.isAfter(awayUntil));
        }
    }
}
