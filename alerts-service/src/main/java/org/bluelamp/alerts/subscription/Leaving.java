package org.bluelamp.alerts.subscription;

import java.time.Instant;
import java.util.UUID;
import org.bluelamp.alerts.casenews.CaseNewsDesk;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.alerts.push.Devices;
import org.bluelamp.alerts.scheme.Schemes;
import org.bluelamp.alerts.sms.Mobiles;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscriber.Subscriber;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.bluelamp.service.area.AreaCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ending one subscription or all of them; what was still to be sent goes with them. */
@Service
public class Leaving {

    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Schemes schemes;
    private final OwnPlaces places;
    private final Mobiles mobiles;
    private final Devices devices;
    private final CaseNewsDesk caseNews;
    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;

    Leaving(
            Subscribers subscribers,
            Subscriptions subscriptions,
            Schemes schemes,
            OwnPlaces places,
            Mobiles mobiles,
            Devices devices,
            CaseNewsDesk caseNews,
            Deliveries deliveries,
            ApplicationEventPublisher events) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.schemes = schemes;
        this.places = places;
        this.mobiles = mobiles;
        this.devices = devices;
        this.caseNews = caseNews;
        this.deliveries = deliveries;
        this.events = events;
    }

    /**
     * Ends everything a subscriber gets. Doing it again is fine and changes nothing.
     *
     * @return whether there is such a subscriber
     */
    @Transactional
    public boolean all(UUID subscriber, Ending ending) {
        if (subscribers.lock(subscriber).isEmpty()) {
            return false;
        }
        subscriptions.endAll(subscriber, ending);
        schemes.leaveAll(subscriber);
        places.forgetAll(subscriber);
        mobiles.forget(subscriber);
        devices.forget(subscriber);
        caseNews.stopAll(subscriber, ending);
        subscribers.end(subscriber, ending);
        deliveries.cancelFor(subscriber);
        return true;
    }

    /**
     * Ends one subscription; where a place of one's own was is deleted with it. With the last one go the mobile number, the
     * browsers and the schemes, and the subscriber is at an end too, unless they get mails about something they told the
     * police. Mail about that area that is still waiting is not sent, unless it is an alert that they asked for by another
     * subscription too: the claim of a delivery looks at the subscription that is its reason.
     */
    @Transactional
    public void one(UUID subscriber, AreaCode area, Ending ending) {
        if (subscribers.lock(subscriber).isEmpty() || !subscriptions.end(subscriber, area, ending)) {
            return;
        }
        if (OwnPlace.named(area)) {
            places.forget(area);
        }
        events.publishEvent(new SubscriptionEnded(subscriber, area));
        settle(subscriber, ending);
    }

    /**
     * Ends mails about something that somebody told the police, at once. Who gets no other mail from us is no longer a
     * subscriber. Doing it again is fine and changes nothing.
     *
     * @return whether there was such a thing to end, now or before
     */
    @Transactional
    public boolean caseNews(UUID id, Ending ending) {
        var news = caseNews.find(id);
        if (news.isEmpty() || subscribers.lock(news.get().subscriber()).isEmpty()) {
            return false;
        }
        caseNews.stop(id, ending);
        settle(news.get().subscriber(), ending);
        return true;
    }

    /**
     * Ends mails about something that somebody told the police if they are over, as retention found: their owner may have
     * confirmed, or there may have been news, a moment ago.
     *
     * @return whether they ended now
     */
    @Transactional
    public boolean caseNewsIfOver(UUID id, Instant now, Ending ending) {
        var news = caseNews.find(id);
        if (news.isEmpty()
                || subscribers.lock(news.get().subscriber()).isEmpty()
                || !caseNews.stopIfOver(id, now, ending)) {
            return false;
        }
        settle(news.get().subscriber(), ending);
        return true;
    }

    /**
     * What is nobody's reason any more goes. What was asked and waits for its owner to confirm it stays: confirming it in
     * time brings them back.
     */
    private void settle(UUID subscriber, Ending ending) {
        if (!subscriptions.followedBy(subscriber).isEmpty()) {
            return;
        }
        schemes.leaveAll(subscriber);
        mobiles.forget(subscriber);
        devices.forget(subscriber);
        var confirmed = subscribers
                .lock(subscriber)
                .filter(found -> found.status() == Subscriber.Status.CONFIRMED)
                .isPresent();
        if (confirmed && !caseNews.any(subscriber)) {
            subscribers.end(subscriber, ending);
            deliveries.cancelFor(subscriber);
        }
    }
}
