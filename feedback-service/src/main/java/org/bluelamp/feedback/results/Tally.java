package org.bluelamp.feedback.results;

/**
 * How often one answer was given.
 *
 * @param option its number
 * @param text the answer
 * @param verified how many people with a code gave it
 * @param unverified how often it was given without one
 * @param firsts of a ranking: how many people with a code put it first
 * @param points of a ranking: what it got from people with a code, as many for a first place as there are answers
 */
public record Tally(int option, String text, int verified, int unverified, int firsts, long points) {}
