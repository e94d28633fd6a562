package org.bluelamp.feedback.theme;

/**
 * What a concern can be about.
 *
 * @param code its stable code
 * @param name its name for people
 * @param hint what it covers, in a few words; empty when the name says it
 * @param council whether the council acts on it and the police cannot
 */
public record Theme(String code, String name, String hint, boolean council) {

    /** Of a matter for the police. */
    public Theme(String code, String name, String hint) {
        this(code, name, hint, false);
    }
}
