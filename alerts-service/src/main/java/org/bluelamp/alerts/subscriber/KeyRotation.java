package org.bluelamp.alerts.subscriber;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals and hashes anew what an older key has sealed or hashed (addresses, mobile numbers, browsers, links of cases, names of places), so
 * that old keys can be taken out. Every replica looks after its start and then every hour, in batches that leave out what
 * another has in hand; what cannot be opened, or an address that two subscribers have, is left, counted and told.
 */
@Component
class KeyRotation extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final byte[] NOTHING = {};

    private final JdbcClient jdbc;
    private final AddressVault vault;
    private final TransactionTemplate transactions;
    private final List<Kind> kinds;
    private volatile long left;

    KeyRotation(JdbcClient jdbc, AddressVault vault, TransactionTemplate transactions, MeterRegistry registry) {
        super("key-rotation");
        this.jdbc = jdbc;
        this.vault = vault;
        this.transactions = transactions;
        this.kinds = List.of(addresses(), mobiles(), devices(), cases(), placeNames());
        Gauge.builder("alerts.addresses.old.key", () -> left)
                .description("Addresses that are still sealed or hashed with a key that is not the first")
                .register(registry);
    }

    private Kind addresses() {
        return new Kind("address", "subscriber", "id", "address", this::address, """
                update subscriber
                set address = fresh.sealed, address_hash = fresh.hash, mailbox_hash = fresh.mailbox, hash_key = :key
                from (
                    select distinct on (hash) id, sealed, hash, mailbox
                    from unnest(:ids, :sealed, :hashes, :mailboxes) as given (id, sealed, hash, mailbox)
                    order by hash, id) as fresh
                where subscriber.id = fresh.id
                  and not exists (
                      select
                      from subscriber other
                      where other.address_hash = fresh.hash and other.id <> fresh.id)
                """);
    }

    private Fresh address(UUID id, byte[] sealed) {
        var address = vault.open(id, sealed);
        return new Fresh(vault.seal(id, address), vault.hash(address), vault.mailboxHash(address));
    }

    /** Whoever confirmed a number took it from everybody else, under whichever key, so no hash is there twice. */
    private Kind mobiles() {
        return new Kind("mobile number", "mobile", "subscriber_id", "number", this::mobile, """
                update mobile
                set number = fresh.sealed, number_hash = fresh.hash, hash_key = :key
                from unnest(:ids, :sealed, :hashes) as fresh (id, sealed, hash)
                where mobile.subscriber_id = fresh.id
                """);
    }

    private Fresh mobile(UUID id, byte[] sealed) {
        var number = vault.openMobile(id, sealed);
        return new Fresh(vault.seal(id, number), vault.hash(number), NOTHING);
    }

    /** As with numbers, whoever added a browser took it from everybody else. */
    private Kind devices() {
        return new Kind("browser", "push_device", "id", "device", this::device, """
                update push_device
                set device = fresh.sealed, endpoint_hash = fresh.hash, hash_key = :key
                from unnest(:ids, :sealed, :hashes) as fresh (id, sealed, hash)
                where push_device.id = fresh.id
                """);
    }

    private Fresh device(UUID id, byte[] sealed) {
        var device = vault.openSecret(id, sealed);
        var endpoint = device.substring(0, device.indexOf('\n'));
        return new Fresh(
                vault.sealSecret(id, device), vault.endpointHashes(endpoint).getFirst(), NOTHING);
    }

    /** Whoever asks again is found under any key, so no topic of a subscriber is there twice. */
    private Kind cases() {
        return new Kind("link", "case_news", "id", "link", this::caseLink, """
                update case_news
                set link = fresh.sealed, topic_hash = fresh.hash, hash_key = :key
                from unnest(:ids, :sealed, :hashes) as fresh (id, sealed, hash)
                where case_news.id = fresh.id
                """);
    }

    private Fresh caseLink(UUID id, byte[] sealed) {
        var link = new CaseLink(vault.openSecret(id, sealed));
        return new Fresh(
                vault.sealSecret(id, link.token()),
                vault.caseHashes(link.topic()).getFirst(),
                NOTHING);
    }

    private Kind placeNames() {
        return new Kind("name", "own_place_name", "id", "name", this::placeName, """
                update own_place_name
                set name = fresh.sealed, hash_key = :key
                from unnest(:ids, :sealed) as fresh (id, sealed)
                where own_place_name.id = fresh.id
                """);
    }

    private Fresh placeName(UUID id, byte[] sealed) {
        return new Fresh(vault.sealSecret(id, vault.openSecret(id, sealed)), NOTHING, NOTHING);
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            try {
                pass();
            } catch (RuntimeException e) {
                log.warn("Addresses under old keys wait for the next hour: {}", e.toString());
            }
            Thread.sleep(EVERY);
        }
    }

    /**
     * Works through all of them once.
     *
     * @return how many were sealed and hashed anew
     */
    int pass() {
        var renewed = kinds.stream().mapToInt(this::pass).sum();
        left = kinds.stream().mapToLong(this::left).sum();
        if (renewed > 0 || left > 0) {
            log.info("{} addresses are under the present keys now, {} are not yet", renewed, left);
        }
        return renewed;
    }

    private int pass(Kind kind) {
        var renewed = 0;
        var last = FIRST;
        while (true) {
            var after = last;
            var batch = transactions.execute(status -> batch(kind, after));
            if (batch == null || batch.seen() == 0) {
                return renewed;
            }
            renewed += batch.renewed();
            last = batch.last();
        }
    }

    private Batch batch(Kind kind, UUID after) {
        var old = old(kind, after);
        var ids = new ArrayList<UUID>();
        var fresh = new ArrayList<Fresh>();
        for (var one : old) {
            try {
                fresh.add(kind.renewal().of(one.id(), one.sealed()));
                ids.add(one.id());
            } catch (IllegalStateException shut) {
                log.error("The {} of {} cannot be opened: the key that sealed it is missing", kind.what(), one.id());
            }
        }
        var renewed = jdbc.sql(kind.statement())
                .param("key", vault.hashKeyMark())
                .param("ids", ids.toArray(UUID[]::new))
                .param("sealed", fresh.stream().map(Fresh::sealed).toArray(byte[][]::new))
                .param("hashes", fresh.stream().map(Fresh::hash).toArray(byte[][]::new))
                .param("mailboxes", fresh.stream().map(Fresh::mailbox).toArray(byte[][]::new))
                .update();
        return new Batch(
                old.size(), renewed, old.isEmpty() ? after : old.getLast().id());
    }

    private List<Old> old(Kind kind, UUID after) {
        return marks(jdbc.sql("select " + kind.id() + " as id, " + kind.column() + " as sealed from " + kind.table()
                        + " where " + kind.isOld() + " and " + kind.id() + " > :after order by " + kind.id()
                        + " limit :limit for update skip locked"))
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, n) -> new Old(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .list();
    }

    private long left(Kind kind) {
        return marks(jdbc.sql("select count(*) from " + kind.table() + " where " + kind.isOld()))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec marks(JdbcClient.StatementSpec statement) {
        return statement
                .param("prefix", vault.prefix())
                .param("length", vault.prefix().length)
                .param("key", vault.hashKeyMark());
    }

    /**
     * A kind of what is kept sealed.
     *
     * @param what in a word
     * @param table where it stands
     * @param id the column that it is sealed for
     * @param column the column that holds it
     * @param renewal opens it with any key, and seals it with the first
     * @param statement writes what was sealed anew, by {@code :ids}, {@code :sealed}, {@code :hashes}, {@code :mailboxes}
     */
    private record Kind(String what, String table, String id, String column, Renewal renewal, String statement) {

        /** A key without a mark of its own has no prefix, and then nothing can be told by it. */
        private String isOld() {
            return column + " is not null and (substring(" + column
                    + " from 1 for :length) <> :prefix or hash_key is distinct from :key)";
        }
    }

    /** Seals anew; fails with an {@link IllegalStateException} when no key opens it. */
    private interface Renewal {
        Fresh of(UUID id, byte[] sealed);
    }

    /**
     * Under the present keys.
     *
     * @param mailbox the hash of the mailbox of an address; empty for anything else
     */
    private record Fresh(byte[] sealed, byte[] hash, byte[] mailbox) {}

    private record Old(UUID id, byte[] sealed) {}

    private record Batch(int seen, int renewed, UUID last) {}
}
