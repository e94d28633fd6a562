package org.bluelamp.feedback.results;

import org.bluelamp.feedback.priority.Priority;

/**
 * A priority with what the neighbourhood made of it in a round.
 *
 * @param priority the priority as it is now
 * @param pick what was made of it
 */
public record Picked(Priority priority, Pick pick) {}
