package org.bluelamp.alerts.subscriber;

import static java.time.ZoneOffset.UTC;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.contact.MailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All subscribers. Every change happens in the caller's transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Subscribers {

    private final JdbcClient jdbc;
    private final AddressVault vault;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, AddressVault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** A number that is the same for all ways of writing one mailbox, and tells nothing about it. */
    long mailboxNumber(MailAddress address) {
        return ByteBuffer.wrap(vault.mailboxHash(address)).getLong();
    }

    /** Whether the address is gone, so that nobody is there any more. */
    public boolean isErased(UUID subscriber) {
        return jdbc.sql("select erased_at is not null from subscriber where id = :id")
                .param("id", subscriber)
                .query(Boolean.class)
                .single();
    }

    /** Whether mail may go to a subscriber now: they confirmed, have not left, and none comes back. */
    public boolean isReached(UUID subscriber) {
        return jdbc.sql("select status = 'confirmed' and suppressed_at is null from subscriber where id = :id")
                .param("id", subscriber)
                .query(Boolean.class)
                .single();
    }

    /**
     * The subscriber of an address, added as pending when new. Its row stays locked until the transaction ends, so that
     * two sign-ups of one address at one time are one after the other.
     */
    public Subscriber findOrAdd(MailAddress address) {
        var hashes = vault.hashes(address);
        if (hashes.size() > 1) {
            // Kept under an older key until its turn comes; by the statement below it would be somebody new.
            var known = jdbc.sql("""
                    select id, status
                    from subscriber
                    where address_hash = any (:hashes)
                    order by address_hash = :present desc, id
                    limit 1
                    for update
                    """)
                    .param("present", vault.hash(address))
                    .param("hashes", hashes.toArray(byte[][]::new))
                    .query((row, n) -> new Subscriber(
                            row.getObject("id", UUID.class), Subscriber.Status.of(row.getString("status"))))
                    .optional();
            if (known.isPresent()) {
                return known.get();
            }
        }
        var id = UUID.randomUUID();
        return jdbc.sql("""
                insert into subscriber (id, address_hash, mailbox_hash, hash_key, address, status, created_at)
                values (:id, :hash, :mailbox, :key, :address, 'pending', :now)
                on conflict (address_hash) do update
                set mailbox_hash = excluded.mailbox_hash, hash_key = excluded.hash_key
                returning id, status
                """)
                .param("id", id)
                .param("hash", vault.hash(address))
                .param("mailbox", vault.mailboxHash(address))
                .param("key", vault.hashKeyMark())
                .param("address", vault.seal(id, address))
                .param("now", clock.instant().atOffset(UTC))
                .query((row, n) ->
                        new Subscriber(row.getObject("id", UUID.class), Subscriber.Status.of(row.getString("status"))))
                .single();
    }

    /** Finds and locks a subscriber. */
    public Optional<Subscriber> lock(UUID id) {
        return jdbc.sql("select id, status from subscriber where id = :id for update")
                .param("id", id)
                .query((row, n) ->
                        new Subscriber(row.getObject("id", UUID.class), Subscriber.Status.of(row.getString("status"))))
                .optional();
    }

    /** Lets an ended subscriber wait for a new confirmation, but nobody who complained; changes nothing otherwise. */
    public void awaitConfirmation(UUID id) {
        jdbc.sql("""
                update subscriber
                set status = 'pending', ended_at = null, ended_reason = null, ended_source = null
                where id = :id and status = 'ended' and ended_reason <> 'complained'
                """).param("id", id).update();
    }

    /** The owner of the address confirmed, and so that mail arrives; whoever had left, or complained, is back. */
    public void confirm(UUID id) {
        jdbc.sql("""
                update subscriber
                set status = 'confirmed', suppressed_at = null, suppressed_reason = null,
                    confirmed_at = case status when 'confirmed' then confirmed_at else :now end,
                    ended_at = null, ended_reason = null, ended_source = null
                where id = :id
                """)
                .param("id", id)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** The same by the word of another organisation, to which the owner confirmed at that time; nobody who left is back. */
    public void confirm(UUID id, Instant at) {
        jdbc.sql("""
                update subscriber
                set status = 'confirmed', suppressed_at = null, suppressed_reason = null,
                    confirmed_at = case status when 'pending' then :at else confirmed_at end
                where id = :id and status <> 'ended'
                """).param("id", id).param("at", at.atOffset(UTC)).update();
    }

    /** Erases the address of an ended subscriber, and keeps that they had left; false when it was before, or they are not at an end. */
    public boolean erase(UUID id) {
        return jdbc.sql("""
                with due as (
                    select id, address_hash,
                """ + Departures.LEFT_ON + """
                    from subscriber
                    where id = :id and status = 'ended' and erased_at is null
                    for update
                ),
                """ + Departures.KEPT + """
                update subscriber
                set address = null, address_hash = null, mailbox_hash = null, erased_at = :now
                from due
                where subscriber.id = due.id
                """)
                        .param("id", id)
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    /** Sends nothing more to an address that mail comes back from, until its owner confirms anew. */
    public void suppress(UUID id, String reason) {
        jdbc.sql("""
                update subscriber
                set suppressed_at = :now, suppressed_reason = :reason
                where id = :id and suppressed_at is null and erased_at is null
                """)
                .param("id", id)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Since when mail to a subscriber has been coming back; empty when it does not. */
    public Optional<Instant> suppressedSince(UUID id) {
        return jdbc.sql("select suppressed_at from subscriber where id = :id and suppressed_at is not null")
                .param("id", id)
                .query((row, n) ->
                        row.getObject("suppressed_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** No mail any more. Ending twice keeps the first reason. */
    public void end(UUID id, Ending ending) {
        jdbc.sql("""
                update subscriber
                set status = 'ended', ended_at = :now, ended_reason = :reason, ended_source = :source
                where id = :id and status <> 'ended'
                """)
                .param("id", id)
                .param("now", clock.instant().atOffset(UTC))
                .param("reason", ending.reason())
                .param("source", ending.source())
                .update();
    }
}
