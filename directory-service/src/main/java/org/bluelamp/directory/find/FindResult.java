package org.bluelamp.directory.find;

import java.util.List;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.service.area.AreaCode;

/** What became of a search for a team. */
public sealed interface FindResult {

    /** Nothing was typed. */
    record NothingTyped() implements FindResult {}

    /** One area, to go to directly. */
    record Found(AreaCode area) implements FindResult {}

    /** The beginning of a postcode, shared by several neighbourhoods. */
    record SharedPostcode(String beginning, List<AreaCode> neighbourhoods) implements FindResult {}

    /** A name that belongs to several neighbourhoods, such as a town with several teams. */
    record SharedName(List<Match> matches) implements FindResult {}

    /** No such name, but these are like it. */
    record Similar(List<Match> matches) implements FindResult {}

    /** A postcode that begins like ours but is not held: new, terminated, or mistyped. */
    record UnknownPostcode(Postcode postcode, List<AreaCode> nearby) implements FindResult {}

    /** A postcode, or the beginning of one, outside the force's area. */
    record Elsewhere(String postcode) implements FindResult {}

    /** Nothing is known by such a name. */
    record Unknown() implements FindResult {}

    /**
     * An area that fits a name.
     *
     * @param name the name that fits: the area's own or that of a place in it
     */
    record Match(AreaCode area, String name) {}
}
