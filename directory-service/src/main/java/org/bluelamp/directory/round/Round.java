package org.bluelamp.directory.round;

import java.time.LocalDate;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/**
 * A round that residents can answer, as feedback-service last told it.
 *
 * @param title what it is called
 * @param closesOn the last day on which it can be answered
 */
public record Round(UUID id, AreaCode area, String title, LocalDate closesOn) {

    /** The address of its page, which feedback-service has. */
    public String path() {
        return "/have-your-say/rounds/" + id;
    }
}
