package org.bluelamp.alerts.subscription.web;

import java.util.List;

/**
 * What the page about notifications shows.
 *
 * @param key our public key as browsers want it
 * @param browsers those that were added
 */
public record NotificationsPage(String token, String key, List<Browser> browsers) {

    /**
     * A browser that was added.
     *
     * @param id by which it is taken back
     * @param added when, in words
     */
    public record Browser(String id, String added) {}
}
