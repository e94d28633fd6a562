package org.bluelamp.directory.area.web;

import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.stereotype.Component;

/** The frames of public pages about areas: the way to them from the top down, under the name of the force they are of. */
@Component
public class AreaFrames {

    private final Areas areas;
    private final AreaPaths paths;
    private final Pages pages;

    AreaFrames(Areas areas, AreaPaths paths, Pages pages) {
        this.areas = areas;
        this.paths = paths;
        this.pages = pages;
    }

    /** The frame of an area's own page. */
    public Page of(Area area) {
        return of(area, areas.down(area.parent()));
    }

    /** The same where the areas above it are known already, from the force down. */
    public Page of(Area area, List<Area> above) {
        return frame(area.code(), area.name(), above).at(area.path());
    }

    /** The frame of a page of something that belongs to an area, such as a meeting of its team. */
    public Page under(Area area, String title) {
        return frame(area.code(), title, areas.down(area.code()));
    }

    /** @param above the areas above the page, from the force down; none when it is the page of a force */
    private Page frame(AreaCode code, String title, List<Area> above) {
        Page page = pages.page(Section.YOUR_AREA, title).crumb("Your area", "/your-area");
        if (!paths.atHome(code)) {
            AreaCode force = code.down().getFirst();
            page = page.of(areas.find(force).orElseThrow().name(), paths.of(force));
        }
        for (Area one : above) {
            // The page of the own force is the top already.
            if (!paths.isHome(one.code())) {
                page = page.crumb(one.name(), one.path());
            }
        }
        return page;
    }
}
