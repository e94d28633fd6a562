package org.bluelamp.alerts.alert.web;

/**
 * An email as people get it.
 *
 * @param text the whole of it
 * @param back to the alert
 */
public record EmailPage(String sender, String subject, String text, String back) {}
