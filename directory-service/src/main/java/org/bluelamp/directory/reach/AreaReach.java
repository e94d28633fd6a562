package org.bluelamp.directory.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom alerts to an area reach, as alerts-service last counted and told it.
 *
 * @param day the day on which it was counted
 * @param households how many households it has; null when it is not known
 * @param channels how many people by each channel
 */
public record AreaReach(LocalDate day, @Nullable Integer households, List<Channel> channels) {

    /**
     * A way in which people are reached.
     *
     * @param channel for example mail
     * @param reachable how many people, rounded down to fives, so that nobody can be recognised
     */
    public record Channel(String channel, int reachable) {

        /** For example "By email about 5,150 people". */
        public String inWords() {
            var by = switch (channel) {
                case "mail" -> "email";
                case "sms" -> "text message";
                case "push" -> "notification";
                default -> channel;
            };
            return reachable == 0
                    ? "By " + by + " fewer than 5 people"
                    : String.format(Locale.UK, "By %s about %,d people", by, reachable);
        }
    }

    public AreaReach {
        channels = List.copyOf(channels);
    }
}
