package org.bluelamp.alerts.subscription.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.AreaGroup;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param followed each with the choices for it
 * @param places of their own that they follow
 * @param morePlaces whether another can be added
 * @param force the whole force, where it is not followed yet
 * @param groups what can be added
 * @param stopped the day on which emails were stopped, because they came back; null when they were not
 * @param texts whether text messages are offered
 * @param notifications whether notifications are
 */
public record ManagePage(
        String token,
        List<Followed> followed,
        List<Place> places,
        boolean morePlaces,
        Optional<Area> force,
        List<AreaGroup> groups,
        String wording,
        @Nullable String stopped,
        boolean texts,
        boolean notifications) {

    /** The followed areas themselves. */
    public List<Area> areas() {
        return followed.stream().map(Followed::area).toList();
    }

    /**
     * A place of one's own that is followed.
     *
     * @param code names it
     * @param words what it is
     * @param named whether its person gave it a name
     * @param choices which alerts
     */
    public record Place(String code, String words, boolean named, String choices) {}

    /**
     * An area that is followed.
     *
     * @param choices what is chosen for it, in words
     */
    public record Followed(Area area, String choices) {}
}
