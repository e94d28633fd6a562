package org.bluelamp.alerts.alert.web;

/**
 * An alert that was called back: none of its words.
 *
 * @param areas for which it was
 * @param reason why, in the words of who called it back
 * @param sender the team's name
 * @param cap where programs learn of it
 */
public record CalledBackPage(
        String reference,
        String areas,
        String reason,
        String sender,
        AlertPage.Moment issued,
        AlertPage.Moment calledBack,
        String cap) {}
