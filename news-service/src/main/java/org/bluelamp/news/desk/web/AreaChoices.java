package org.bluelamp.news.desk.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.Field;

/**
 * The areas a writer may choose, in groups: whole forces, then each district with its neighbourhoods.
 *
 * @param field the question with what is chosen and what is wrong
 */
public record AreaChoices(Field field, List<Choice> forces, List<District> districts) {

    /**
     * An area to tick.
     *
     * @param id of its box; the first box of all has the field's, so that the error summary leads there
     */
    public record Choice(String id, String code, String name, boolean ticked) {}

    /**
     * A district.
     *
     * @param whole the box for all of it; empty when the writer may only write for parts of it
     */
    public record District(String name, List<Choice> whole, List<Choice> neighbourhoods) {

        /** Whether one of its neighbourhoods is ticked, which must not be hidden. */
        public boolean open() {
            return whole.isEmpty() || neighbourhoods.stream().anyMatch(Choice::ticked);
        }
    }

    /** The areas for which the person may write. */
    public static AreaChoices of(AreaMap map, StaffMember who, Field field) {
        Boxes boxes = new Boxes(who, field);
        List<Choice> forces =
                map.forces().stream().flatMap(force -> boxes.of(force).stream()).toList();
        List<District> districts = new ArrayList<>();
        for (Area district : map.districts()) {
            List<Choice> whole = boxes.of(district);
            List<Choice> neighbourhoods = map.neighbourhoodsIn(district).stream()
                    .flatMap(neighbourhood -> boxes.of(neighbourhood).stream())
                    .toList();
            if (!whole.isEmpty() || !neighbourhoods.isEmpty()) {
                districts.add(new District(district.name(), whole, neighbourhoods));
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

        List<Choice> of(Area area) {
            if (!who.may(Role.EDITOR, area.code())) {
                return List.of();
            }
            count++;
            String code = area.code().value();
            return List.of(new Choice(
                    count == 1 ? field.id() : field.id() + "-" + count, code, area.name(), field.holds(code)));
        }
    }
}
