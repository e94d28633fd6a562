package org.bluelamp.feedback.voice;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves, if they like. It is added to sums and kept nowhere else.
 *
 * @param age how old they are; null when they did not say
 * @param part the part of the neighbourhood they live in, one of the round's; null when they did not say
 */
public record About(@Nullable AgeBand age, @Nullable String part) {}
