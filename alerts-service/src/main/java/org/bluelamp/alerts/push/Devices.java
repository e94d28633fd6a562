package org.bluelamp.alerts.push;

import static java.time.ZoneOffset.UTC;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers of subscribers that asked for notifications. What a push service gave a browser is a secret, for whoever
 * has it knows the device; it is kept sealed.
 */
@Service
public class Devices {

    /** More of one person are devices that were forgotten about; the oldest makes room. */
    private static final int MOST = 5;

    private static final int LONGEST_ENDPOINT = 1_000;
    private static final int SECRET = 16;
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private final JdbcClient jdbc;
    private final AddressVault vault;
    private final Deliveries deliveries;
    private final PushSettings settings;
    private final ObjectProvider<PushChannel> channel;
    private final Clock clock;

    Devices(
            JdbcClient jdbc,
            AddressVault vault,
            Deliveries deliveries,
            PushSettings settings,
            ObjectProvider<PushChannel> channel,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.deliveries = deliveries;
        this.settings = settings;
        this.channel = channel;
        this.clock = clock;
    }

    /** Our public key as browsers want it; empty where nobody is notified. */
    public Optional<String> publicKey() {
        return Optional.ofNullable(channel.getIfAvailable()).map(PushChannel::publicKey);
    }

    /**
     * A browser that asked.
     *
     * @param id by which it can be taken back
     * @param added when it asked
     */
    public record Added(UUID id, Instant added) {}

    /** A subscriber's browsers, the first one first. */
    @Transactional(readOnly = true)
    public List<Added> added(UUID subscriber) {
        return jdbc.sql("select id, added_at from push_device where subscriber_id = :subscriber order by added_at, id")
                .param("subscriber", subscriber)
                .query((row, n) -> new Added(
                        row.getObject("id", UUID.class),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Adds the browser that a subscriber looks at; the same one again is nothing new, and belongs to who came last.
     *
     * @param endpoint where its push service takes messages
     * @param key its public key in base64
     * @param secret what it shares with us, in base64
     * @return false when that is no browser's, or the subscriber is none
     */
    @Transactional
    public boolean add(UUID subscriber, String endpoint, String key, String secret) {
        if (!isBrowsers(endpoint, key, secret) || !isConfirmed(subscriber)) {
            return false;
        }
        jdbc.sql("delete from push_device where endpoint_hash = any (:hashes)")
                .param("hashes", vault.endpointHashes(endpoint).toArray(byte[][]::new))
                .update();
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into push_device (id, subscriber_id, device, endpoint_hash, hash_key, added_at)
                values (:id, :subscriber, :device, :hash, :key, :now)
                on conflict (endpoint_hash) do nothing
                """)
                .param("id", id)
                .param("subscriber", subscriber)
                .param("device", vault.sealSecret(id, String.join("\n", endpoint, key, secret)))
                .param("hash", vault.endpointHashes(endpoint).getFirst())
                .param("key", vault.hashKeyMark())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        jdbc.sql("""
                delete from push_device
                where id in (
                    select id
                    from push_device
                    where subscriber_id = :subscriber
                    order by added_at desc, id
                    offset :most)
                """).param("subscriber", subscriber).param("most", MOST).update();
        return true;
    }

    /** Takes back one of a subscriber's browsers. */
    @Transactional
    public void remove(UUID subscriber, UUID device) {
        jdbc.sql("delete from push_device where id = :id and subscriber_id = :subscriber")
                .param("id", device)
                .param("subscriber", subscriber)
                .update();
        if (added(subscriber).isEmpty()) {
            deliveries.cancelFor(subscriber, Way.PUSH);
        }
    }

    /** Forgets all browsers of a subscriber. */
    @Transactional
    public void forget(UUID subscriber) {
        jdbc.sql("delete from push_device where subscriber_id = :subscriber")
                .param("subscriber", subscriber)
                .update();
        deliveries.cancelFor(subscriber, Way.PUSH);
    }

    /** Where a subscriber's browsers are. */
    List<Device> of(UUID subscriber) {
        return jdbc.sql("select id, device from push_device where subscriber_id = :subscriber order by id")
                .param("subscriber", subscriber)
                .query((row, n) -> device(row.getObject("id", UUID.class), row.getBytes("device")))
                .list();
    }

    /** A browser that its push service no longer knows. */
    void gone(UUID device) {
        jdbc.sql("delete from push_device where id = :id").param("id", device).update();
    }

    private Device device(UUID id, byte[] sealed) {
        var parts = vault.openSecret(id, sealed).split("\n", 3);
        return new Device(id, URI.create(parts[0]), BASE64.decode(parts[1]), BASE64.decode(parts[2]));
    }

    private boolean isBrowsers(String endpoint, String key, String secret) {
        try {
            Encryption.publicKey(BASE64.decode(key));
            return endpoint.length() <= LONGEST_ENDPOINT
                    && settings.allows(URI.create(endpoint))
                    && BASE64.decode(secret).length == SECRET;
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            return false;
        }
    }

    private boolean isConfirmed(UUID subscriber) {
        return jdbc.sql("select 1 from subscriber where id = :id and status = 'confirmed' for update")
                .param("id", subscriber)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
