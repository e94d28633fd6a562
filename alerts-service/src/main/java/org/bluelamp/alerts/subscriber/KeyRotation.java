package org.bluelamp.alerts.subscriber;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals and hashes anew the addresses and mobile numbers that an older key has sealed or hashed, so that old keys can be taken out. Every replica looks
 * after its start and then every hour, in batches that leave out what another has in hand; an address that cannot be
 * opened, or that two subscribers have, is left, counted and told.
 */
@Component
class KeyRotation extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    /** A key without a mark of its own has no prefix, and then nothing can be told by it. */
    private static final String OLD = """
            address is not null
              and (substring(address from 1 for :length) <> :prefix or hash_key is distinct from :key)
            """;

    private static final String OLD_DEVICE = OLD.replaceAll("\\baddress\\b", "device");
    private static final String OLD_CASE = OLD.replaceAll("\\baddress\\b", "link");
    private static final String OLD_MOBILE = OLD.replaceAll("\\baddress\\b", "number");

    private final JdbcClient jdbc;
    private final AddressVault vault;
    private final TransactionTemplate transactions;
    private volatile long left;

    KeyRotation(JdbcClient jdbc, AddressVault vault, TransactionTemplate transactions, MeterRegistry registry) {
        super("key-rotation");
        this.jdbc = jdbc;
        this.vault = vault;
        this.transactions = transactions;
        Gauge.builder("alerts.addresses.old.key", () -> left)
                .description("Addresses that are still sealed or hashed with a key that is not the first")
                .register(registry);
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
        var renewed =
                pass(this::batch) + pass(this::batchOfMobiles) + pass(this::batchOfDevices) + pass(this::batchOfCases);
        left = left();
        if (renewed > 0 || left > 0) {
            log.info("{} addresses are under the present keys now, {} are not yet", renewed, left);
        }
        return renewed;
    }

    private int pass(Function<UUID, Batch> work) {
        var renewed = 0;
        var last = FIRST;
        while (true) {
            var after = last;
            var batch = transactions.execute(status -> work.apply(after));
            if (batch == null || batch.seen() == 0) {
                return renewed;
            }
            renewed += batch.renewed();
            last = batch.last();
        }
    }

    private Batch batch(UUID after) {
        var old = jdbc.sql("select id, address from subscriber where " + OLD + """
                  and id > :after
                order by id
                limit :limit
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("length", vault.prefix().length)
                .param("key", vault.hashKeyMark())
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, n) -> new Old(row.getObject("id", UUID.class), row.getBytes("address")))
                .list();
        var ids = new ArrayList<UUID>();
        var addresses = new ArrayList<byte[]>();
        var hashes = new ArrayList<byte[]>();
        var mailboxes = new ArrayList<byte[]>();
        for (var one : old) {
            try {
                var address = vault.open(one.id(), one.address());
                ids.add(one.id());
                addresses.add(vault.seal(one.id(), address));
                hashes.add(vault.hash(address));
                mailboxes.add(vault.mailboxHash(address));
            } catch (IllegalStateException sealed) {
                log.error("The address of {} cannot be opened: the key that sealed it is missing", one.id());
            }
        }
        var renewed = jdbc.sql("""
                update subscriber
                set address = fresh.address, address_hash = fresh.hash, mailbox_hash = fresh.mailbox, hash_key = :key
                from (
                    select distinct on (hash) id, address, hash, mailbox
                    from unnest(:ids, :addresses, :hashes, :mailboxes) as given (id, address, hash, mailbox)
                    order by hash, id) as fresh
                where subscriber.id = fresh.id
                  and not exists (
                      select
                      from subscriber other
                      where other.address_hash = fresh.hash and other.id <> fresh.id)
                """)
                .param("key", vault.hashKeyMark())
                .param("ids", ids.toArray(UUID[]::new))
                .param("addresses", addresses.toArray(byte[][]::new))
                .param("hashes", hashes.toArray(byte[][]::new))
                .param("mailboxes", mailboxes.toArray(byte[][]::new))
                .update();
        return new Batch(
                old.size(), renewed, old.isEmpty() ? after : old.getLast().id());
    }

    private Batch batchOfMobiles(UUID after) {
        var old = jdbc.sql("select subscriber_id, number from mobile where " + OLD_MOBILE + """
                  and subscriber_id > :after
                order by subscriber_id
                limit :limit
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("length", vault.prefix().length)
                .param("key", vault.hashKeyMark())
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, n) -> new Old(row.getObject("subscriber_id", UUID.class), row.getBytes("number")))
                .list();
        var ids = new ArrayList<UUID>();
        var numbers = new ArrayList<byte[]>();
        var hashes = new ArrayList<byte[]>();
        for (var one : old) {
            try {
                var number = vault.openMobile(one.id(), one.address());
                ids.add(one.id());
                numbers.add(vault.seal(one.id(), number));
                hashes.add(vault.hash(number));
            } catch (IllegalStateException sealed) {
                log.error("The mobile number of {} cannot be opened: the key that sealed it is missing", one.id());
            }
        }
        // Whoever confirmed a number took it from everybody else, under whichever key, so no hash is there twice.
        var renewed = jdbc.sql("""
                update mobile
                set number = fresh.number, number_hash = fresh.hash, hash_key = :key
                from unnest(:ids, :numbers, :hashes) as fresh (id, number, hash)
                where mobile.subscriber_id = fresh.id
                """)
                .param("key", vault.hashKeyMark())
                .param("ids", ids.toArray(UUID[]::new))
                .param("numbers", numbers.toArray(byte[][]::new))
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
        return new Batch(
                old.size(), renewed, old.isEmpty() ? after : old.getLast().id());
    }

    private Batch batchOfDevices(UUID after) {
        var old = jdbc.sql("select id, device from push_device where " + OLD_DEVICE + """
                  and id > :after
                order by id
                limit :limit
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("length", vault.prefix().length)
                .param("key", vault.hashKeyMark())
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, n) -> new Old(row.getObject("id", UUID.class), row.getBytes("device")))
                .list();
        var ids = new ArrayList<UUID>();
        var devices = new ArrayList<byte[]>();
        var hashes = new ArrayList<byte[]>();
        for (var one : old) {
            try {
                var device = vault.openSecret(one.id(), one.address());
                ids.add(one.id());
                devices.add(vault.sealSecret(one.id(), device));
                hashes.add(vault.endpointHashes(device.substring(0, device.indexOf('\n')))
                        .getFirst());
            } catch (IllegalStateException sealed) {
                log.error("The device {} cannot be opened: the key that sealed it is missing", one.id());
            }
        }
        // As with numbers, whoever added a browser took it from everybody else.
        var renewed = jdbc.sql("""
                update push_device
                set device = fresh.device, endpoint_hash = fresh.hash, hash_key = :key
                from unnest(:ids, :devices, :hashes) as fresh (id, device, hash)
                where push_device.id = fresh.id
                """)
                .param("key", vault.hashKeyMark())
                .param("ids", ids.toArray(UUID[]::new))
                .param("devices", devices.toArray(byte[][]::new))
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
        return new Batch(
                old.size(), renewed, old.isEmpty() ? after : old.getLast().id());
    }

    private Batch batchOfCases(UUID after) {
        var old = jdbc.sql("select id, link from case_news where " + OLD_CASE + """
                  and id > :after
                order by id
                limit :limit
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("length", vault.prefix().length)
                .param("key", vault.hashKeyMark())
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, n) -> new Old(row.getObject("id", UUID.class), row.getBytes("link")))
                .list();
        var ids = new ArrayList<UUID>();
        var sealed = new ArrayList<byte[]>();
        var topics = new ArrayList<byte[]>();
        for (var one : old) {
            try {
                var link = new CaseLink(vault.openSecret(one.id(), one.address()));
                ids.add(one.id());
                sealed.add(vault.sealSecret(one.id(), link.token()));
                topics.add(vault.caseHashes(link.topic()).getFirst());
            } catch (IllegalStateException shut) {
                log.error("The link of {} cannot be opened: the key that sealed it is missing", one.id());
            }
        }
        // Whoever asks again is found under any key, so no topic of a subscriber is there twice.
        var renewed = jdbc.sql("""
                update case_news
                set link = fresh.link, topic_hash = fresh.topic, hash_key = :key
                from unnest(:ids, :links, :topics) as fresh (id, link, topic)
                where case_news.id = fresh.id
                """)
                .param("key", vault.hashKeyMark())
                .param("ids", ids.toArray(UUID[]::new))
                .param("links", sealed.toArray(byte[][]::new))
                .param("topics", topics.toArray(byte[][]::new))
                .update();
        return new Batch(
                old.size(), renewed, old.isEmpty() ? after : old.getLast().id());
    }

    private long left() {
        return left("subscriber", OLD)
                + left("mobile", OLD_MOBILE)
                + left("push_device", OLD_DEVICE)
                + left("case_news", OLD_CASE);
    }

    private long left(String table, String old) {
        return jdbc.sql("select count(*) from " + table + " where " + old)
                .param("prefix", vault.prefix())
                .param("length", vault.prefix().length)
                .param("key", vault.hashKeyMark())
                .query(Long.class)
                .single();
    }

    private record Old(UUID id, byte[] address) {}

    private record Batch(int seen, int renewed, UUID last) {}
}
