package org.bluelamp.alerts.reach.web;

import java.util.List;

/**
 * What staff see of alerts.
 *
 * @param areas their areas, each district before its neighbourhoods
 * @param articles what followers were told of, newest first
 */
public record StaffAlertsPage(List<Line> areas, List<Sent> articles) {

    /**
     * An area.
     *
     * @param inside whether it stands below the line before, as a neighbourhood below its district
     */
    public record Line(String name, boolean inside, String followers) {}

    /** An article and how its mails went. */
    public record Sent(String title, String href, String time, List<Count> deliveries) {}

    /** How many mails stand where. */
    public record Count(String status, String number) {}
}
