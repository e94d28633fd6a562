package org.bluelamp.feedback.cases;

/**
 * The member of staff who has taken a case.
 *
 * @param id the person's id, as their sign-in has it
 * @param name the name to show
 */
public record Holder(String id, String name) {}
