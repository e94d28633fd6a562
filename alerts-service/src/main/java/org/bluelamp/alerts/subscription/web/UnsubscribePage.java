package org.bluelamp.alerts.subscription.web;

/** What the page shows: nothing about the person, for its link works for ever and mails are forwarded. */
public record UnsubscribePage(String token) {}
