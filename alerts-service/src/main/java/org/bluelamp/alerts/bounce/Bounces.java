package org.bluelamp.alerts.bounce;

import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.bluelamp.alerts.subscription.Leaving;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from reports: an email that came back for good stops all others, a complaint ends everything. */
@Service
public class Bounces {

    private final Deliveries deliveries;
    private final Subscribers subscribers;
    private final Leaving leaving;

    Bounces(Deliveries deliveries, Subscribers subscribers, Leaving leaving) {
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.leaving = leaving;
    }

    /**
     * A sent email came back.
     *
     * @param delivery what its Message-ID begins with
     * @return whether it was ours; doing it again changes nothing
     */
    @Transactional
    public boolean bounced(UUID delivery) {
        var receiver = deliveries.cameBack(delivery);
        receiver.ifPresent(subscriber -> subscribers.suppress(subscriber, "bounced"));
        return receiver.isPresent();
    }

    /**
     * Its receiver told their provider that it was not wanted.
     *
     * @param delivery what its Message-ID begins with
     * @return whether it was ours; doing it again changes nothing
     */
    @Transactional
    public boolean complained(UUID delivery) {
        Optional<UUID> receiver = deliveries.receiver(delivery);
        return receiver.isPresent() && leaving.all(receiver.get(), Ending.COMPLAINED);
    }
}
