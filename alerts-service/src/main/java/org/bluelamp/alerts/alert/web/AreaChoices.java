package org.bluelamp.alerts.alert.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.Field;

/**
 * The areas a writer may choose, in groups: the whole force, then each district with its neighbourhoods.
 *
 * @param field the question with what is chosen and what is wrong
 */
public record AreaChoices(Field field, List<Box> forces, List<District> districts) {

    /**
     * An area to tick.
     *
     * @param id of its box; the first box of all has the field's, so that the error summary leads there
     */
    public record Box(String id, String code, String name, boolean ticked) {}

    /**
     * A district.
     *
     * @param whole the box for all of it; empty when the writer may only write for parts of it
     */
    public record District(String name, List<Box> whole, List<Box> neighbourhoods) {

        /** Whether one of its neighbourhoods is ticked, which must not be hidden. */
        public boolean open() {
            return whole.isEmpty() || neighbourhoods.stream().anyMatch(Box::ticked);
        }
    }

    /** The areas to which the person may send. */
    static AreaChoices of(Areas areas, StaffMember who, Field field) {
        var boxes = new Boxes(who, field);
        var forces = areas.force().stream()
                .flatMap(force -> boxes.of(force).stream())
                .toList();
        var districts = new ArrayList<District>();
        for (var group : areas.groups()) {
            var whole = boxes.of(group.district());
            var neighbourhoods = group.neighbourhoods().stream()
                    .flatMap(neighbourhood -> boxes.of(neighbourhood).stream())
                    .toList();
            if (!whole.isEmpty() || !neighbourhoods.isEmpty()) {
                districts.add(new District(group.district().name(), whole, neighbourhoods));
            }
        }
        return new AreaChoices(field, forces, districts);
    }

    /** Whether there is nothing to choose: the copy of the areas has not arrived, or the person has no area. */
    public boolean none() {
        return forces.isEmpty() && districts.isEmpty();
    }

    /** Makes boxes and numbers them. */
    private static final class Boxes {

        private final StaffMember who;
        private final Field field;
        private int count;

        Boxes(StaffMember who, Field field) {
            this.who = who;
            this.field = field;
        }

        List<Box> of(Area area) {
            if (!AlertDesk.maySend(who, area.code())) {
                return List.of();
            }
            var code = area.code().value();
            return List.of(new Box(field.optionId(count++), code, area.name(), field.holds(code)));
        }
    }
}
