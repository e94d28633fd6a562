package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.web.govuk.Tag;

/**
 * The alerts of a member of staff's areas.
 *
 * @param writer whether the person may write alerts anywhere
 * @param administrator whether the person looks after a force, and so after its tools
 * @param toolsFailing how many of its tools did not take the last call
 */
public record DeskPage(boolean writer, boolean administrator, long toolsFailing, List<Line> alerts) {

    /**
     * An alert.
     *
     * @param waiting that an update waits for a second person
     */
    public record Line(
            String reference, String headline, String href, Tag tag, boolean waiting, String areas, String when) {}
}
