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
 * @param places of their own that they follow, with where they are kept to be
 * @param schemes the watch schemes they belong to
 * @param texts that they get text messages; null when they do not
 * @param notifications when browsers were added that get notifications, oldest first
 * @param caseNews mails asked for about something they told the police, without what that was, oldest first
 * @param emails what was sent within a year, by whichever way, newest first
 */
public record OwnData(
        Instant firstEntered,
        String status,
        @Nullable Instant mailComesBackSince,
        List<Consent> consents,
        List<Followed> subscriptions,
        List<Place> places,
        List<Membership> schemes,
        @Nullable Texts texts,
        List<Instant> notifications,
        List<CaseMails> caseNews,
        List<Email> emails) {

    public OwnData {
        consents = List.copyOf(consents);
        subscriptions = List.copyOf(subscriptions);
        places = List.copyOf(places);
        schemes = List.copyOf(schemes);
        notifications = List.copyOf(notifications);
        caseNews = List.copyOf(caseNews);
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

    /**
     * A place of their own.
     *
     * @param code by which subscriptions and emails name it
     * @param name what they call it; null when they gave it no name
     * @param latitude of the middle of a circle, in degrees, rounded; null of a drawing
     * @param longitude of the middle
     * @param metres the radius
     * @param corners of a drawing, each a latitude and a longitude, rounded; none of a circle
     */
    public record Place(
            String code,
            @Nullable String name,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer metres,
            List<List<Double>> corners) {}

    /** That they belong to a watch scheme. */
    public record Membership(String scheme, String area, boolean coordinator, Instant joined) {}

    /**
     * That they asked for mails about something they told the police.
     *
     * @param confirmed when they agreed; null when they did not
     * @param ended when it ended; null while it lasts
     */
    public record CaseMails(
            Instant asked,
            @Nullable Instant confirmed,
            @Nullable Instant ended) {}

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
