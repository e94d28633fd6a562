package org.bluelamp.alerts.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything kept about one subscriber, but for their address, which whoever has the link to it may not be the owner of.
 *
 * @param firstEntered when the address was first entered
 * @param status pending, confirmed or ended
 * @param mailComesBackSince since when nothing is sent, because emails come back; null when they do not
 * @param consents what was asked for and agreed to, oldest first
 * @param subscriptions what is and was followed, oldest first
 * @param schemes the watch schemes they belong to
 * @param texts that they get text messages; null when they do not
 * @param notifications when browsers were added that get notifications, oldest first
 * @param emails what was sent within a year, by whichever way, newest first
 */
public record OwnData(
        Instant firstEntered,
        String status,
        @Nullable Instant mailComesBackSince,
        List<Consent> consents,
        List<Followed> subscriptions,
        List<Membership> schemes,
        @Nullable Texts texts,
        List<Instant> notifications,
        List<Email> emails) {

    public OwnData {
        consents = List.copyOf(consents);
        subscriptions = List.copyOf(subscriptions);
        schemes = List.copyOf(schemes);
        notifications = List.copyOf(notifications);
        emails = List.copyOf(emails);
    }

    /**
     * A sign-up.
     *
     * @param wording what was to be agreed to
     * @param source where it was asked: page, api, manage-page or import
     * @param confirmed when it was agreed to; null when it was not
     */
    public record Consent(
            String area,
            String wording,
            String source,
            Instant requested,
            @Nullable Instant confirmed) {}

    /**
     * An area that is or was followed.
     *
     * @param topics codes of topics; every topic when there are none
     * @param ended when it ended, with the reason and where that came from; null while it lasts
     */
    public record Followed(
            String area,
            String frequency,
            List<String> topics,
            String leastSeverity,
            Instant started,
            @Nullable Instant ended,
            @Nullable String reason,
            @Nullable String source) {}

    /** That they belong to a watch scheme. */
    public record Membership(String scheme, String area, boolean coordinator, Instant joined) {}

    /**
     * That they get text messages, without the number.
     *
     * @param confirmed when they confirmed the number
     * @param when in words
     * @param comesBackSince since when none are sent, because they come back; null when they do not
     */
    public record Texts(
            Instant confirmed, String when, @Nullable Instant comesBackSince) {}

    /**
     * An email, a text message or a notification.
     *
     * @param way mail, sms or push
     * @param kind what it was about, for example article or letter
     * @param area the followed area that was the reason
     * @param status how it went, for example sent
     */
    public record Email(
            String way,
            String kind,
            String area,
            String status,
            Instant created,
            @Nullable Instant finished) {}
}
