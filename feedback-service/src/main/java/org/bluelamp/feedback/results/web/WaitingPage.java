package org.bluelamp.feedback.results.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Round;

/**
 * For who comes within seconds after a round has closed.
 *
 * @param round the round
 * @param area its neighbourhood
 */
public record WaitingPage(Round round, Area area) {}
