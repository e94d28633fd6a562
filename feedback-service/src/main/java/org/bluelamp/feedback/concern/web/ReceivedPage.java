package org.bluelamp.feedback.concern.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.team.Team;
import org.jspecify.annotations.Nullable;

/**
 * That a concern is kept, and what happens next.
 *
 * @param area the neighbourhood
 * @param team who reads it; null when that has not been heard of yet
 * @param readers who reads it, to stand at the beginning of a sentence
 * @param reference how to speak of it
 */
public record ReceivedPage(Area area, @Nullable Team team, String readers, Reference reference) {}
