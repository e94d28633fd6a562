package org.bluelamp.alerts.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.bluelamp.alerts.channel.Provider;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.contact.MailAddress;

/** Those who take our emails, in the order in which they are to be used. */
public final class MailServers extends Providers<MailAddress, Mail> {

    /** @param servers by their names, in the order of use, one at least */
    public MailServers(
            Map<String, ? extends Provider<MailAddress, Mail>> servers,
            MailServerSettings settings,
            MeterRegistry meters) {
        super(servers, settings.asProviders(), meters);
    }
}
