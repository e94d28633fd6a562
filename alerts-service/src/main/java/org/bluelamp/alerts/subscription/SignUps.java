package org.bluelamp.alerts.subscription;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.Lane;
import org.bluelamp.alerts.delivery.NewDelivery;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.alerts.preference.Frequency;
import org.bluelamp.alerts.preference.LeastSeverity;
import org.bluelamp.alerts.preference.Preferences;
import org.bluelamp.alerts.preference.Topic;
import org.bluelamp.alerts.subscriber.Strangers;
import org.bluelamp.alerts.subscriber.Subscriber;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing up with double opt-in: asking sends a mail, and only the owner of the address, by a button behind the link in
 * it, becomes a subscriber. Whoever asks learns nothing about the address.
 */
@Service
public class SignUps {

    /** The kind of the mails that answer sign-ups. */
    static final String KIND = "sign-up";

    private static final String WORDING_NOW = """
            select id
            from consent_wording
            where purpose = 'areas' and in_use_from <= :now
            order by in_use_from desc
            limit 1
            """;

    private final JdbcClient jdbc;
    private final Subscribers subscribers;
    private final Strangers strangers;
    private final Subscriptions subscriptions;
    private final OwnPlaces places;
    private final Deliveries deliveries;
    private final DisposableDomains disposable;
    private final SignUpSettings settings;
    private final Clock clock;

    SignUps(
            JdbcClient jdbc,
            Subscribers subscribers,
            Strangers strangers,
            Subscriptions subscriptions,
            OwnPlaces places,
            Deliveries deliveries,
            DisposableDomains disposable,
            SignUpSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.subscribers = subscribers;
        this.strangers = strangers;
        this.subscriptions = subscriptions;
        this.places = places;
        this.deliveries = deliveries;
        this.disposable = disposable;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether an address is of a mailbox that is thrown away after a while; such a one is not to be signed up. */
    public boolean isDisposable(MailAddress address) {
        return disposable.hold(address);
    }

    /**
     * Somebody asks that an address follow an area. Nothing is followed before the owner of the address has pressed the
     * button behind the mail's link, also by those who follow other areas already. Where {@link Strangers} says that a
     * mailbox is not to be asked, asking changes nothing.
     *
     * @param preferences the choices for the area; of no effect where it is followed already
     * @param proven whether somebody worked for it, as {@link Flood} asks while very many come
     */
    @Transactional
    public void request(
            MailAddress address, AreaCode area, Preferences preferences, SignUp.Source source, boolean proven) {
        ask(address, area, preferences, source, proven, subscriber -> {});
    }

    /**
     * Somebody asks that an address follow a place of its owner's own, which gets alerts alone. As with an area, only its
     * owner can confirm. Where the place is is kept until then, or until the link in the mail works no longer.
     */
    @Transactional
    public void request(
            MailAddress address, OwnPlace place, LeastSeverity leastSeverity, SignUp.Source source, boolean proven) {
        ask(
                address,
                place.code(),
                alertsOnly(leastSeverity),
                source,
                proven,
                subscriber -> places.keep(subscriber, place));
    }

    private void ask(
            MailAddress address,
            AreaCode area,
            Preferences preferences,
            SignUp.Source source,
            boolean proven,
            Consumer<UUID> beforeAnswer) {
        var subscriber = subscribers.findOrAdd(address);
        if (!strangers.mayBeAsked(address, subscriber)) {
            return;
        }
        var id = UUID.randomUUID();
        var follows = subscriber.status() == Subscriber.Status.CONFIRMED
                && subscribers.suppressedSince(subscriber.id()).isEmpty()
                && subscriptions.followedBy(subscriber.id()).contains(area);
        subscribers.awaitConfirmation(subscriber.id());
        beforeAnswer.accept(subscriber.id());
        record(
                id,
                subscriber.id(),
                area,
                preferences,
                source,
                follows ? SignUp.Answer.ALREADY_FOLLOWING : SignUp.Answer.CONFIRM,
                proven);
        deliveries.add(NewDelivery.mail(
                KIND,
                id.toString(),
                subscriber.id(),
                Lane.TRANSACTIONAL,
                area.value(),
                clock.instant().plus(settings.confirmWithin())));
    }

    /**
     * A subscriber adds an area on their own page; no mail is needed, they are looking at it.
     *
     * @return whether they follow it now; not who has left meanwhile
     */
    @Transactional
    public boolean add(UUID subscriber, AreaCode area) {
        var found = subscribers.lock(subscriber).filter(one -> one.status() == Subscriber.Status.CONFIRMED);
        found.filter(one -> !subscriptions.followedBy(subscriber).contains(area))
                .ifPresent(one -> {
                    var id = UUID.randomUUID();
                    record(
                            id,
                            subscriber,
                            area,
                            Preferences.EVERYTHING,
                            SignUp.Source.MANAGE_PAGE,
                            SignUp.Answer.ADDED,
                            false);
                    subscriptions.follow(subscriber, area, id);
                });
        return found.isPresent();
    }

    /**
     * A subscriber adds a place of their own on their own page; no mail is needed.
     *
     * @return false when they follow as many as one can
     */
    @Transactional
    public boolean add(UUID subscriber, OwnPlace place, LeastSeverity leastSeverity) {
        var found = subscribers.lock(subscriber).filter(one -> one.status() == Subscriber.Status.CONFIRMED);
        if (found.isEmpty() || places.followedBy(subscriber).size() >= OwnPlaces.MOST) {
            return false;
        }
        places.keep(subscriber, place);
        var id = UUID.randomUUID();
        record(
                id,
                subscriber,
                place.code(),
                alertsOnly(leastSeverity),
                SignUp.Source.MANAGE_PAGE,
                SignUp.Answer.ADDED,
                false);
        subscriptions.follow(subscriber, place.code(), id);
        return true;
    }

    private static Preferences alertsOnly(LeastSeverity leastSeverity) {
        return new Preferences(Frequency.AT_ONCE, Set.of(Topic.ALERTS), leastSeverity);
    }

    /**
     * A subscriber changes the choices for one of their areas.
     *
     * @return whether they follow it
     */
    @Transactional
    public boolean choose(UUID subscriber, AreaCode area, Preferences preferences) {
        return subscriptions.choose(subscriber, area, preferences);
    }

    /**
     * A subscriber changes what a place of their own is called, and which alerts they get about it.
     *
     * @param place theirs, by its new name
     * @return whether they follow it
     */
    @Transactional
    public boolean change(UUID subscriber, OwnPlace place, LeastSeverity leastSeverity) {
        if (!subscriptions.choose(subscriber, place.code(), alertsOnly(leastSeverity))) {
            return false;
        }
        places.rename(place);
        return true;
    }

    /** Since when nothing is sent to a subscriber, because emails come back; empty when they do not. */
    @Transactional(readOnly = true)
    public Optional<Instant> stoppedSince(UUID subscriber) {
        return subscribers.suppressedSince(subscriber);
    }

    /** Looks at a sign-up without touching it. */
    public Optional<SignUp> find(UUID id) {
        return jdbc.sql("""
                select sign_up.id, subscriber_id, area, answer, requested_at, sign_up.confirmed_at, suppressed_at
                from sign_up
                join subscriber on subscriber.id = sign_up.subscriber_id
                where sign_up.id = :id
                """)
                .param("id", id)
                .query((row, n) -> new SignUp(
                        row.getObject("id", UUID.class),
                        row.getObject("subscriber_id", UUID.class),
                        new AreaCode(row.getString("area")),
                        SignUp.Answer.of(row.getString("answer")),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        time(row, "confirmed_at"),
                        time(row, "suppressed_at")))
                .optional();
    }

    /** What the button behind a sign-up's link would do now; looks, and changes nothing. */
    @Transactional(readOnly = true)
    public Standing standing(SignUp signUp) {
        if (signUp.confirmedAt() != null) {
            return subscribers.isReached(signUp.subscriber()) ? Standing.DONE : Standing.OVER;
        }
        return isGone(signUp) ? Standing.OVER : Standing.OPEN;
    }

    /** What has become of a sign-up. */
    public enum Standing {
        /** It waits for its owner's button. */
        OPEN,
        /** It was confirmed, and its owner still gets emails. */
        DONE,
        /** It cannot be confirmed any more, or was and its owner gets no emails now. */
        OVER
    }

    private boolean isGone(SignUp signUp) {
        return subscribers.isErased(signUp.subscriber())
                || OwnPlace.named(signUp.area()) && places.find(signUp.area()).isEmpty();
    }

    /**
     * The owner of the address agrees. Pressing the button again changes nothing, and a link that was used does not
     * bring back somebody who has unsubscribed since.
     *
     * @return the subscriber when the sign-up is confirmed, now or before, and they still are one
     */
    @Transactional
    public Optional<Subscriber> confirm(UUID id) {
        var signUp = find(id).orElseThrow();
        var subscriber = subscribers.lock(signUp.subscriber()).orElseThrow();
        var first = jdbc.sql("update sign_up set confirmed_at = :now where id = :id and confirmed_at is null")
                        .param("now", clock.instant().atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
        if (!first) {
            return Optional.of(subscriber).filter(found -> found.status() == Subscriber.Status.CONFIRMED);
        }
        if (isGone(signUp)) {
            return Optional.empty();
        }
        subscribers.confirm(subscriber.id());
        subscriptions.follow(subscriber.id(), signUp.area(), id);
        return subscribers.lock(subscriber.id());
    }

    /** What somebody who signs up agrees to, in the words in use now. */
    public String wording() {
        return jdbc.sql("select wording from consent_wording where id = (" + WORDING_NOW + ")")
                .param("now", clock.instant().atOffset(UTC))
                .query(String.class)
                .single();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void record(
            UUID id,
            UUID subscriber,
            AreaCode area,
            Preferences preferences,
            SignUp.Source source,
            SignUp.Answer answer,
            boolean proven) {
        jdbc.sql("""
                insert into sign_up
                    (id, subscriber_id, area, wording, source, answer, requested_at, confirmed_at,
                     frequency, topics, least_severity, proven)
                values
                    (:id, :subscriber, :area, (
                """ + WORDING_NOW + """
                    ), :source, :answer, :now, :confirmedAt, :frequency, :topics, :severity, :proven)
                """)
                .param("id", id)
                .param("subscriber", subscriber)
                .param("area", area.value())
                .param("source", source.stored())
                .param("answer", answer.stored())
                .param("now", clock.instant().atOffset(UTC))
                .param(
                        "confirmedAt",
                        source == SignUp.Source.MANAGE_PAGE ? clock.instant().atOffset(UTC) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("frequency", preferences.frequency().code())
                .param("topics", preferences.storedTopics(), Types.ARRAY)
                .param("severity", preferences.leastSeverity().code())
                .param("proven", proven)
                .update();
    }
}
