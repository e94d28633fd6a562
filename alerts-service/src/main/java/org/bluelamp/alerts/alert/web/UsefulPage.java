package org.bluelamp.alerts.alert.web;

import org.bluelamp.web.form.Form;

/**
 * The question whether an alert was useful, or the thanks for an answer.
 *
 * @param alert where it is read
 * @param action where the answer goes
 */
public record UsefulPage(String alert, String action, Form form) {}
