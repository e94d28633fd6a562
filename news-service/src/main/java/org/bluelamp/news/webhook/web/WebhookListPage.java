package org.bluelamp.news.webhook.web;

import java.util.List;
import org.bluelamp.web.govuk.Tag;

/**
 * The tools of a force.
 *
 * @param full whether no more can be added
 */
public record WebhookListPage(List<Row> rows, boolean full) {

    /** A tool with how it goes. */
    public record Row(String url, String href, Tag tag, String added) {}
}
