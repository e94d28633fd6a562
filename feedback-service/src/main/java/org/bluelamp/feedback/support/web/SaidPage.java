package org.bluelamp.feedback.support.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.web.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/**
 * What neighbours have said, as everybody may read it.
 *
 * @param area the neighbourhood
 * @param priorities what the team works on; empty on later pages
 * @param concerns the concerns of this page
 * @param supported whether those that most people support come first
 * @param pagination the way through the pages; null when there is one
 */
public record SaidPage(
        Area area,
        List<Said> priorities,
        List<Said> concerns,
        boolean supported,
        @Nullable Pagination pagination) {

    /** The address of the list. */
    public String path() {
        return SaidController.path(area);
    }
}
