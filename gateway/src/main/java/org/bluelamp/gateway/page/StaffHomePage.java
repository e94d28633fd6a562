package org.bluelamp.gateway.page;

import java.util.List;
import java.util.Set;
import org.bluelamp.web.page.StaffSection;

/**
 * The staff home page.
 *
 * @param tiles what the member of staff has to do with; may be empty
 */
public record StaffHomePage(List<Tile> tiles) {

    /**
     * A way on.
     *
     * @param roles one of these sees it
     */
    public record Tile(StaffSection section, String description, Set<String> roles) {}
}
