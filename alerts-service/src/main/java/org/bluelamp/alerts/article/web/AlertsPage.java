package org.bluelamp.alerts.article.web;

import java.util.List;

/**
 * What the page about alerts shows.
 *
 * @param latest what was sent lately, newest first
 */
public record AlertsPage(List<Sent> latest) {

    /** An article that followers got a mail about. */
    public record Sent(String title, String href, String day, String areas) {}
}
