package org.bluelamp.gateway.page;

import java.util.List;
import org.bluelamp.web.page.StaffSection;

/**
 * The staff home page.
 *
 * @param tiles what the member of staff has to do with; may be empty
 */
public record StaffHomePage(List<Tile> tiles) {

    /** A way on, for those whom the section serves. */
    public record Tile(StaffSection section, String description) {}
}
