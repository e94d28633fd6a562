package org.bluelamp.alerts.subscriber;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
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

    /**
     * The subscriber of an address, added as pending when new. Its row stays locked until the transaction ends, so that
     * two sign-ups of one address at one time are one after the other.
     */
    public Subscriber findOrAdd(MailAddress address) {
        var id = UUID.randomUUID();
        return jdbc.sql("""
                insert into subscriber (id, address_hash, address, status, created_at)
                values (:id, :hash, :address, 'pending', :now)
                on conflict (address_hash) do update set address_hash = excluded.address_hash
                returning id, status
                """)
                .param("id", id)
                .param("hash", vault.hash(address))
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

    /** Lets an ended subscriber wait for a new confirmation; changes nothing otherwise. */
    public void awaitConfirmation(UUID id) {
        jdbc.sql("""
                update subscriber
                set status = 'pending', ended_at = null, ended_reason = null, ended_source = null
                where id = :id and status = 'ended'
                """).param("id", id).update();
    }

    /** The owner of the address confirmed. */
    public void confirm(UUID id) {
        jdbc.sql("""
                update subscriber
                set status = 'confirmed', confirmed_at = :now
                where id = :id and status = 'pending'
                """)
                .param("id", id)
                .param("now", clock.instant().atOffset(UTC))
                .update();
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
