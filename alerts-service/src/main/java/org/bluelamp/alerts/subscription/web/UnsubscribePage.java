package org.bluelamp.alerts.subscription.web;

/** What the page shows. */
public record UnsubscribePage(String token, String manage) {}
