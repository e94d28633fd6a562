package org.bluelamp.alerts.push;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.channel.ProviderSettings;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.alerts.delivery.Channel;
import org.bluelamp.alerts.delivery.DeliverySettings;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.delivery.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notifications of browsers, where we have a key for them. */
@Component
@ConditionalOnExpression("!'${bluelamp.alerts.push.key:}'.isBlank()")
class PushChannel implements Channel<List<Device>, PushMessage> {

    private static final Crew CREW = new Crew(4, 2);

    private final PushServices services;
    private final Providers<List<Device>, PushMessage> providers;
    private final List<PushWriter> writers;
    private final Devices devices;

    PushChannel(
            PushSettings settings,
            List<PushWriter> writers,
            Devices devices,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.services = new PushServices(settings, devices::gone, json, clock);
        this.providers = new Providers<>(
                List.of(new Providers.Named<>(
                        "push", services, new ProviderSettings(0, Duration.ofSeconds(30), Duration.ofSeconds(10)))),
                meters);
        this.writers = writers;
        this.devices = devices;
    }

    /** Our public key as browsers want it. */
    String publicKey() {
        return services.publicKey();
    }

    @Override
    public Way way() {
        return Way.PUSH;
    }

    @Override
    public Providers<List<Device>, PushMessage> providers() {
        return providers;
    }

    @Override
    public Collection<PushWriter> writers() {
        return writers;
    }

    /** @throws Writer.NothingToSend when there is no device any more */
    @Override
    public List<Device> open(UUID subscriber, byte @Nullable [] sealed) {
        var all = devices.of(subscriber);
        if (all.isEmpty()) {
            throw new Writer.NothingToSend();
        }
        return all;
    }

    @Override
    public Crew crew(DeliverySettings settings) {
        return CREW;
    }
}
