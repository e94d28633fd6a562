package org.bluelamp.alerts.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailServers;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.contact.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Email, which everybody has who signed up. */
@Component
class MailChannel implements Channel<MailAddress, Mail> {

    private final MailServers servers;
    private final List<MailWriter> writers;
    private final AddressVault vault;

    MailChannel(MailServers servers, List<MailWriter> writers, AddressVault vault) {
        this.servers = servers;
        this.writers = writers;
        this.vault = vault;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public Providers<MailAddress, Mail> providers() {
        return servers;
    }

    @Override
    public Collection<MailWriter> writers() {
        return writers;
    }

    @Override
    public MailAddress open(UUID subscriber, byte @Nullable [] sealed) {
        return vault.open(subscriber, requireNonNull(sealed));
    }

    @Override
    public Crew crew(DeliverySettings settings) {
        return new Crew(settings.workers(), settings.firstWorkers());
    }
}
