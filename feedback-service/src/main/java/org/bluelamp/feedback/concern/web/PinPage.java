package org.bluelamp.feedback.concern.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.pin.PinMap;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The map on which a resident marks a place. What she filled in goes through it unchanged.
 *
 * @param area the neighbourhood
 * @param carried what she filled in, with the place that is marked
 * @param map the map
 * @param pin what is marked; null when nothing is
 * @param instead the neighbourhood in which she marked a place; null when it was this one, or none
 * @param form what is wrong
 */
public record PinPage(
        Area area,
        List<Carried> carried,
        PinMap map,
        @Nullable Pin pin,
        @Nullable Area instead,
        Form form) {

    /** The step back to the form. */
    public static final String EDIT = ConcernForm.EDIT;

    /** The address of the form. */
    public String address() {
        return "/have-your-say/" + area.path();
    }

    /** How wide and high the map is, in pixels. */
    public int side() {
        return PinMap.SIDE;
    }

    /** How far the mark is from the left. */
    public String x() {
        return pin == null ? "" : PinMap.number(map.frame().x(pin));
    }

    /** How far the mark is from the top. */
    public String y() {
        return pin == null ? "" : PinMap.number(map.frame().y(pin));
    }
}
