package org.bluelamp.feedback.insight.web;

import java.util.List;
import org.bluelamp.feedback.insight.Spike;

/**
 * What rose suddenly in a person's areas.
 *
 * @param open to be looked at
 * @param closed looked at
 */
public record SpikesPage(List<Spike> open, List<Spike> closed) {}
