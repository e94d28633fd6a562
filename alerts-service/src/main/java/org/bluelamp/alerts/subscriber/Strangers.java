package org.bluelamp.alerts.subscriber;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.bluelamp.contact.MailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Protects whoever's address somebody else entered. One rule for all forms that ask the owner of an address to confirm
 * something, so that none of them is a way round another (ADR 262).
 */
@Repository
public class Strangers {

    private static final Duration UNANSWERED_FOR = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Subscribers subscribers;
    private final AskingSettings settings;
    private final Clock clock;

    Strangers(JdbcClient jdbc, Subscribers subscribers, AskingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.subscribers = subscribers;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many emails that ask one mailbox gets within 24 hours. */
    public int mailsPerDay() {
        return settings.mailsPerDay();
    }

    /**
     * Whether the owner of a mailbox may be asked once more. Not once it had its emails of the day, in whatever ways its
     * address was written, or left those of the last weeks unanswered, or complained of one. Whoever asks for one mailbox
     * waits for who did so before, until the end of the caller's transaction: else each would count none.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayBeAsked(MailAddress address, Subscriber subscriber) {
        jdbc.sql("select pg_advisory_xact_lock(:mailbox)")
                .param("mailbox", subscribers.mailboxNumber(address))
                .query((row, n) -> n)
                .single();
        var now = clock.instant();
        return jdbc.sql("""
                with mailbox as (
                    select same_mailbox.id, same_mailbox.ended_reason
                    from subscriber
                    join subscriber same_mailbox on same_mailbox.mailbox_hash = subscriber.mailbox_hash
                    where subscriber.id = :subscriber
                )
                select not exists (select from mailbox where ended_reason = 'complained')
                   and :a_day > (
                       select count(*)
                       from mailbox
                       join delivery on delivery.subscriber_id = mailbox.id
                       where delivery.item_kind in ('sign-up', 'case-news-ask') and delivery.created_at > :day)
                   and :unanswered > (
                       select count(*)
                       from mailbox
                       join sign_up on sign_up.subscriber_id = mailbox.id
                       where sign_up.requested_at > :weeks
                         and sign_up.source in ('page', 'api')
                         and sign_up.answer = 'confirm'
                         and sign_up.confirmed_at is null)
                       + (
                       select coalesce(sum(case_news.asks), 0)
                       from mailbox
                       join case_news on case_news.subscriber_id = mailbox.id
                       where case_news.asked_at > :weeks and case_news.confirmed_at is null)
                """)
                .param("subscriber", subscriber.id())
                .param("a_day", settings.mailsPerDay())
                .param("day", now.minus(Duration.ofDays(1)).atOffset(UTC))
                .param("unanswered", settings.unanswered())
                .param("weeks", now.minus(UNANSWERED_FOR).atOffset(UTC))
                .query(Boolean.class)
                .single();
    }
}
