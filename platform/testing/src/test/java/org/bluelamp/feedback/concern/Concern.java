package org.bluelamp.feedback.concern;

import org.bluelamp.feedback.round.Round;

/** Knows the round that knows it. */
public record Concern(String text, Round round) {}
