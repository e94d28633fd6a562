package org.bluelamp.alerts.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.contact.MailAddress;

/** Those who take our emails, in the order in which they are to be used. */
public final class MailServers extends Providers<MailAddress, Mail> {

    /** @param inOrder in the order of use, one at least */
    public MailServers(List<Named<MailAddress, Mail>> inOrder, MeterRegistry meters) {
        super(inOrder, meters);
    }
}
