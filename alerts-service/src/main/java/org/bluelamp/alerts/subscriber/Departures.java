package org.bluelamp.alerts.subscriber;

import java.time.Instant;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * That owners of addresses had left, after the addresses are erased (ADR 270). It holds the keyed hash of an address and the
 * day, and leads to nobody.
 */
@Repository
public class Departures {

    /**
     * Part of a statement that erases addresses, which keeps a departure for each row of {@code due} that has a day in
     * {@code left_on}.
     */
    static final String KEPT = """
            departed as (
                insert into departure (address_hash, left_on)
                select address_hash, left_on
                from due
                where address_hash is not null and left_on is not null
                on conflict (address_hash) do update
                set left_on = greatest(departure.left_on, excluded.left_on)
            )
            """;

    /**
     * The day on which a row of {@code subscriber} left, as part of a statement; null for who never had agreed, unless they
     * complained, and for whom only mail no longer reached.
     */
    static final String LEFT_ON = """
            case when (confirmed_at is not null or ended_reason = 'complained') and ended_reason <> 'undeliverable'
                 then cast(ended_at at time zone 'Europe/London' as date) end as left_on
            """;

    private final JdbcClient jdbc;
    private final AddressVault vault;

    Departures(JdbcClient jdbc, AddressVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whether the owner of an address left on the day on which they are said to have agreed, or later. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean since(MailAddress address, Instant agreed) {
        return jdbc.sql("""
                select exists (
                    select
                    from departure
                    where address_hash = any (:hashes) and left_on >= :agreed)
                """)
                .param("hashes", vault.hashes(address).toArray(byte[][]::new))
                .param("agreed", LondonTime.date(agreed))
                .query(Boolean.class)
                .single();
    }
}
