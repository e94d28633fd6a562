package org.bluelamp.alerts.alert.web;

/**
 * Asks before an alert is sent.
 *
 * @param path of the alert for staff
 * @param reach whom it reaches
 */
public record SendPage(String path, long version, String headline, ReachPart reach) {}
