package org.bluelamp.alerts.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are worked off.
 *
 * @param workers how many workers carry all lanes, each over a connection of its own
 * @param firstWorkers how many more carry only urgent and transactional mail, so that these never wait for bulk
 * @param batchSize how many deliveries a worker claims at once
 * @param lease how long a claim holds; after that another worker takes over
 * @param leaseReserve a worker starts no further mail when less of its lease than this is left; longer than one mail can
 *     take with the mail server's timeouts
 * @param poll how often one worker of each kind looks without being woken; it wakes the others
 * @param firstRetry the pause after the first temporary failure; doubles with each further one
 * @param longestRetry the longest pause between two tries
 */
@ConfigurationProperties("bluelamp.alerts.delivery")
public record DeliverySettings(
        @DefaultValue("20") int workers,
        @DefaultValue("4") int firstWorkers,
        @DefaultValue("50") int batchSize,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("1m") Duration leaseReserve,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("15m") Duration longestRetry) {

    /** How long to wait after so many attempts: doubling, and spread by a fifth so that not all come back at once. */
    Duration pauseAfter(int attempts, double chance) {
        var doubled = firstRetry.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        var bounded = doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.8 + 0.4 * chance)));
    }
}
