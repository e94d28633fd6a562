package org.bluelamp.alerts.subscription.web;

/** What the page after it tells. */
public record SignUpSentPage(long days, int mailsPerDay) {}
