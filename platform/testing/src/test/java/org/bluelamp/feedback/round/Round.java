package org.bluelamp.feedback.round;

import java.util.List;
import org.bluelamp.feedback.concern.Concern;

/** Knows the concerns that know it. */
public record Round(List<Concern> concerns) {}
