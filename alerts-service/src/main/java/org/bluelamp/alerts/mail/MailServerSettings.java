package org.bluelamp.alerts.mail;

import java.time.Duration;
import org.bluelamp.alerts.channel.ProviderSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the mail servers are used. The first is Spring's {@code spring.mail}; a second takes over while the first does not
 * answer, or answers too slowly.
 *
 * @param secondHost the second server; empty when there is none
 * @param secondPort its port
 * @param secondUsername whom to sign in as; empty for nobody
 * @param secondPassword the password for that
 * @param comeBackTo the address that mail comes back to, with a plus sign and the delivery's id put before its @; empty for
 *     the address that mail comes from
 * @param perSecond how many mails a second each process hands to each server at most; 0 for as many as it takes
 * @param slowAfter a mail that took longer than this was taken slowly; when half of the last ones were, the server counts
 *     as away
 * @param away how long a server that counts as away is left alone before it is tried again
 * @param idle how long an open connection is kept for the next batch
 */
@ConfigurationProperties("bluelamp.alerts.mail-server")
public record MailServerSettings(
        @DefaultValue("") String secondHost,
        @DefaultValue("25") int secondPort,
        @DefaultValue("") String secondUsername,
        @DefaultValue("") String secondPassword,
        @DefaultValue("") String comeBackTo,
        @DefaultValue("0") int perSecond,
        @DefaultValue("5s") Duration slowAfter,
        @DefaultValue("10s") Duration away,
        @DefaultValue("20s") Duration idle) {

    /** What the breaker and the bucket of each server are made of. */
    public ProviderSettings asProviders() {
        return new ProviderSettings(perSecond, slowAfter, away);
    }

    /** Says no password. */
    @Override
    public String toString() {
        return "MailServerSettings[secondHost=" + secondHost + "]";
    }
}
