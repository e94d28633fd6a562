package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * What a browser got from its push service, as the page's script sends it.
 *
 * @param endpoint where messages for it are taken
 * @param key its public key in base64
 * @param secret what it shares with us, in base64
 */
record DeviceForm(
        @Nullable String endpoint,
        @Nullable String key,
        @Nullable String secret) {}
