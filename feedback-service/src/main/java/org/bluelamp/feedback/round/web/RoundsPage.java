package org.bluelamp.feedback.round.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Rounds;

/**
 * All rounds that residents may want to know of.
 *
 * @param open those that can be answered now
 * @param planned those that open soon
 * @param over those that are over, the last first
 */
public record RoundsPage(List<OfArea> open, List<OfArea> planned, List<OfArea> over) {

    /**
     * A round with its neighbourhood.
     *
     * @param round the round
     * @param area its neighbourhood
     */
    public record OfArea(Rounds.Line round, Area area) {

        /** Where it is. */
        public String path() {
            return "/have-your-say/rounds/" + round.id();
        }
    }
}
