package org.bluelamp.alerts.channel;

import java.time.Duration;

/**
 * How the providers of a channel are used.
 *
 * @param perSecond how many messages a second each process hands to each provider at most; 0 for as many as it takes
 * @param slowAfter a message that took longer than this was taken slowly; when half of the last ones were, the provider
 *     counts as away
 * @param away how long a provider that counts as away is left alone before it is tried again
 */
public record ProviderSettings(int perSecond, Duration slowAfter, Duration away) {}
