package org.bluelamp.alerts.sms;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.alerts.delivery.Channel;
import org.bluelamp.alerts.delivery.DeliverySettings;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.delivery.Writer;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.contact.MobileNumber;
import org.jspecify.annotations.Nullable;

/** Text messages, where there is somebody who takes them. They cost money each, so they are kept for what is urgent. */
public final class SmsChannel implements Channel<MobileNumber, TextMessage> {

    /** What they carry waits for nobody, so that no worker is kept apart. */
    private static final Crew CREW = new Crew(8, 0);

    private final Providers<MobileNumber, TextMessage> providers;
    private final List<TextWriter> writers;
    private final AddressVault vault;

    public SmsChannel(Providers<MobileNumber, TextMessage> providers, List<TextWriter> writers, AddressVault vault) {
        this.providers = providers;
        this.writers = List.copyOf(writers);
        this.vault = vault;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public Providers<MobileNumber, TextMessage> providers() {
        return providers;
    }

    @Override
    public Collection<TextWriter> writers() {
        return writers;
    }

    /** @throws Writer.NothingToSend when the number was taken back meanwhile */
    @Override
    public MobileNumber open(UUID subscriber, byte @Nullable [] sealed) {
        if (sealed == null) {
            throw new Writer.NothingToSend();
        }
        return vault.openMobile(subscriber, sealed);
    }

    @Override
    public Crew crew(DeliverySettings settings) {
        return CREW;
    }
}
