package org.bluelamp.directory.priority;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.service.area.AreaCode;

/**
 * What a neighbourhood's page shows of its team's priorities.
 *
 * @param neighbourhood whose they are
 * @param all those worked on at present, the oldest first; empty also when feedback-service has not told us yet
 * @param today the day in the United Kingdom
 */
public record TeamPriorities(AreaCode neighbourhood, List<Priority> all, LocalDate today) {

    /** The page of feedback-service that tells what became of each priority. */
    public String path() {
        return AreaPaths.youSaidWeDid(neighbourhood);
    }
}
