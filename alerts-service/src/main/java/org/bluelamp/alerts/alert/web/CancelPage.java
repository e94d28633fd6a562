package org.bluelamp.alerts.alert.web;

import org.bluelamp.web.form.Form;

/**
 * Asks before an alert is called back.
 *
 * @param path of the alert for staff
 * @param receivers how many got it, in words
 * @param limit how long the reason may be
 */
public record CancelPage(String path, long version, String headline, String receivers, int limit, Form form) {}
