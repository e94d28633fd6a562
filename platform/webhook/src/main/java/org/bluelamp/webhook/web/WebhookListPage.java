package org.bluelamp.webhook.web;

import java.util.List;
import org.bluelamp.web.govuk.Tag;

/**
 * The tools of a force.
 *
 * @param path of this page
 * @param called when tools are called
 * @param of what they are told of
 * @param thing what a call is about
 * @param full whether no more can be added
 */
public record WebhookListPage(String path, String called, String of, String thing, List<Row> rows, boolean full) {

    /** A tool with how it goes. */
    public record Row(String url, String href, Tag tag, String added) {}
}
