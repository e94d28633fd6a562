package org.bluelamp.alerts.subscriber;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the addresses of those who left and who never confirmed, a year later all there is about them, and after some more
 * that they had left. Rows that another replica has in hand are left to it.
 */
@Component
class SubscriberRetention implements Expiring {

    private final JdbcClient jdbc;
    private final RetentionSettings settings;

    SubscriberRetention(JdbcClient jdbc, RetentionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        var done = endUnconfirmed(now, limit);
        done = Math.max(done, erase(now, limit));
        done = Math.max(done, forget(now, limit));
        return Math.max(done, forgetDepartures(now, limit));
    }

    /** An address that somebody entered and nobody confirmed is erased at once with its end: nobody agreed to anything. */
    private int endUnconfirmed(Instant now, int limit) {
        return jdbc.sql("""
                with due as (
                    -- whoever had confirmed once and did not now had left
                    select id, address_hash,
                           case when confirmed_at is not null
                                then cast(cast(:now as timestamptz) at time zone 'Europe/London' as date) end as left_on
                    from subscriber
                    where status = 'pending'
                      and created_at < :before
                      and not exists (
                          select
                          from sign_up
                          where sign_up.subscriber_id = subscriber.id and sign_up.requested_at >= :before)
                      and not exists (
                          select
                          from case_news
                          where case_news.subscriber_id = subscriber.id
                            and (case_news.ended_at is null or case_news.asked_at >= :before))
                    limit :limit
                    for update skip locked
                ),
                """ + Departures.KEPT + """
                update subscriber
                set status = 'ended', ended_at = :now, ended_reason = 'not-confirmed', ended_source = 'retention',
                    address = null, address_hash = null, mailbox_hash = null, erased_at = :now
                from due
                where subscriber.id = due.id
                """)
                .param("before", before(now, settings.unconfirmed()))
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    private int erase(Instant now, int limit) {
        return jdbc.sql("""
                with due as (
                    select id, address_hash,
                """ + Departures.LEFT_ON + """
                    from subscriber
                    where status = 'ended' and erased_at is null and ended_at < :before
                    limit :limit
                    for update skip locked
                ),
                """ + Departures.KEPT + """
                update subscriber
                set address = null, address_hash = null, mailbox_hash = null, erased_at = :now
                from due
                where subscriber.id = due.id
                """)
                .param("before", before(now, settings.addressAfterEnd()))
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    private int forget(Instant now, int limit) {
        return jdbc.sql("""
                with due as (
                    select id
                    from subscriber
                    where erased_at < :before
                    limit :limit
                    for update skip locked
                ),
                told as (
                    delete from delivery
                    using due
                    where delivery.subscriber_id = due.id
                )
                delete from subscriber
                using due
                where subscriber.id = due.id
                """)
                .param("before", before(now, settings.records()))
                .param("limit", limit)
                .update();
    }

    private int forgetDepartures(Instant now, int limit) {
        return jdbc.sql("""
                delete from departure
                where address_hash in (
                    select address_hash
                    from departure
                    where left_on < :before
                    limit :limit
                    for update skip locked)
                """)
                .param("before", LondonTime.date(now.minus(settings.departures())))
                .param("limit", limit)
                .update();
    }

    private static OffsetDateTime before(Instant now, Duration kept) {
        return now.minus(kept).atOffset(UTC);
    }
}
