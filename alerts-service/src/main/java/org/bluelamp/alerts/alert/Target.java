package org.bluelamp.alerts.alert;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;

/**
 * Whom an alert is for.
 *
 * @param areas the areas; with ground, the neighbourhoods that it touches
 * @param ground what it is about, where that is narrower than the areas
 * @param overspill whether it also goes to followers of the wider areas around, who asked for all of them
 */
public record Target(SortedSet<AreaCode> areas, Optional<Ground> ground, boolean overspill) {

    /** @throws IllegalArgumentException when there is no area */
    public Target {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("An alert is for at least one area");
        }
        areas = Collections.unmodifiableSortedSet(new TreeSet<>(areas));
    }

    /**
     * Where it is, in a few words: what was drawn is a part of its areas.
     *
     * @param named its areas
     */
    public String inWords(List<Area> named) {
        return (ground.isPresent() ? "part of " : "") + Area.inWords(named);
    }
}
