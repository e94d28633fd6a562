package org.bluelamp.alerts.alert;

/**
 * A member of staff, as an alert remembers them. Readers are never told.
 *
 * @param id stable for the person
 * @param name the name to show
 */
public record Person(String id, String name) {}
