package org.bluelamp.alerts.subscription.web;

/** What the page shows. */
public record ConfirmPage(String area, String token, String wording) {}
