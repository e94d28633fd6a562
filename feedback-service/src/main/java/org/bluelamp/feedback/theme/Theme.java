package org.bluelamp.feedback.theme;

/**
 * What a concern can be about.
 *
 * @param code its stable code
 * @param name its name for people
 * @param hint what it covers, in a few words; empty when the name says it
 */
public record Theme(String code, String name, String hint) {}
