package org.bluelamp.alerts.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a subscriber gets text messages, without their number.
 *
 * @param confirmed when they confirmed it
 * @param times when they want texts
 * @param suppressed since when none are sent, because they come back; null when they do not
 */
public record Mobile(
        Instant confirmed, TextTimes times, @Nullable Instant suppressed) {}
