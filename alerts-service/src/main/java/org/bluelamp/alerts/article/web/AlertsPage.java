package org.bluelamp.alerts.article.web;

import java.util.List;
import org.bluelamp.alerts.alert.web.AlertList;

/**
 * What the page about alerts shows.
 *
 * @param alerts the alerts
 * @param latest what was sent lately, newest first
 */
public record AlertsPage(AlertList alerts, List<Sent> latest) {

    /** An article that followers got a mail about. */
    public record Sent(String title, String href, String day, String areas) {}
}
