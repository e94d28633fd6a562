package org.bluelamp.alerts.bounce;

import java.util.UUID;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.Deliveries.Receiver;
import org.bluelamp.alerts.sms.Mobiles;
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
    private final Mobiles mobiles;
    private final Leaving leaving;

    Bounces(Deliveries deliveries, Subscribers subscribers, Mobiles mobiles, Leaving leaving) {
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.mobiles = mobiles;
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
        var receiver = deliveries.cameBack(delivery, "came back");
        receiver.ifPresent(this::suppress);
        return receiver.isPresent();
    }

    private void suppress(Receiver receiver) {
        switch (receiver.way()) {
            case MAIL -> subscribers.suppress(receiver.subscriber(), "bounced");
            case SMS -> {
                // A code goes to a number that is not theirs until they enter it.
                if (!receiver.itemKind().equals(Mobiles.CODE_KIND)) {
                    mobiles.suppress(receiver.subscriber());
                }
            }
            // A push service tells at once, and of the browser alone.
            case PUSH -> {}
        }
    }

    /**
     * What was accepted did not arrive, which says nothing of the next.
     *
     * @param failure in words of ours
     * @return whether it was ours
     */
    @Transactional
    public boolean failed(UUID delivery, String failure) {
        return deliveries.cameBack(delivery, failure).isPresent();
    }

    /**
     * What was accepted has arrived.
     *
     * @return whether that is noted; what a worker has in hand at this moment is not
     */
    @Transactional
    public boolean arrived(UUID delivery) {
        return deliveries.arrived(delivery);
    }

    /**
     * Its receiver told their provider that it was not wanted.
     *
     * @param delivery what its Message-ID begins with
     * @return whether it was ours; doing it again changes nothing
     */
    @Transactional
    public boolean complained(UUID delivery) {
        return deliveries
                .receiver(delivery)
                .map(receiver -> leaving.all(receiver.subscriber(), Ending.COMPLAINED))
                .orElse(false);
    }
}
