package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.web.govuk.Tag;

/**
 * The alerts of a member of staff's areas.
 *
 * @param writer whether the person may write alerts anywhere
 */
public record DeskPage(boolean writer, List<Line> alerts) {

    /**
     * An alert.
     *
     * @param waiting that an update waits for a second person
     */
    public record Line(
            String reference, String headline, String href, Tag tag, boolean waiting, String areas, String when) {}
}
