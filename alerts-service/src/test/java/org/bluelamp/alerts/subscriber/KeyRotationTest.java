package org.bluelamp.alerts.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import java.util.UUID;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.contact.MobileNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** New keys take over from the keys of the service under test. */
class KeyRotationTest extends AlertsTest {

    private static final String NEW_HASH_KEY =
            Base64.getEncoder().encodeToString("a new key of thirty-two bytes....".getBytes());

    @Value("${bluelamp.alerts.address-keys}")
    private String keys;

    @Value("${bluelamp.alerts.address-hash-key}")
    private String hashKey;

    @Test
    void after_a_pass_the_new_keys_alone_open_and_find_every_address() throws Exception {
        crowd(620, STEVENAGE_NORTH);
        var newKeys = AddressVaultTest.withNewPrimary(keys);
        var both = new AddressVault(newKeys, NEW_HASH_KEY + "," + hashKey);
        var rotation = rotation(both);
        assertThat(rotation.pass()).isEqualTo(620);
        assertThat(rotation.pass()).as("nothing is left").isZero();

        var alone = new AddressVault(AddressVaultTest.primaryOnly(newKeys), NEW_HASH_KEY);
        for (var n : new int[] {0, 499, 500, 619}) {
            var address = MailAddress.parse("p" + n + "@example.org").orElseThrow();
            var found = jdbc.sql("select id, address from subscriber where address_hash = :hash")
                    .param("hash", alone.hash(address))
                    .query((row, i) -> alone.open(row.getObject("id", UUID.class), row.getBytes("address")))
                    .single();
            assertThat(found).isEqualTo(address);
        }
    }

    @Test
    void mobile_numbers_go_to_the_new_keys_too() throws Exception {
        crowd(3, STEVENAGE_NORTH);
        var old = new AddressVault(keys, hashKey);
        var people = jdbc.sql("select id from subscriber order by id")
                .query(UUID.class)
                .list();
        for (var n = 0; n < people.size(); n++) {
            var number = new MobileNumber("+44770090012" + n);
            jdbc.sql("""
                    insert into mobile (subscriber_id, number, number_hash, hash_key, confirmed_at)
                    values (:person, :number, :hash, :key, now())
                    """)
                    .param("person", people.get(n))
                    .param("number", old.seal(people.get(n), number))
                    .param("hash", old.hash(number))
                    .param("key", old.hashKeyMark())
                    .update();
        }
        var newKeys = AddressVaultTest.withNewPrimary(keys);
        var rotation = rotation(new AddressVault(newKeys, NEW_HASH_KEY + "," + hashKey));
        assertThat(rotation.pass()).isEqualTo(6);
        assertThat(rotation.pass()).isZero();

        var alone = new AddressVault(AddressVaultTest.primaryOnly(newKeys), NEW_HASH_KEY);
        var second = new MobileNumber("+447700900121");
        assertThat(jdbc.sql("select subscriber_id, number from mobile where number_hash = :hash")
                        .param("hash", alone.hash(second))
                        .query((row, i) ->
                                alone.openMobile(row.getObject("subscriber_id", UUID.class), row.getBytes("number")))
                        .single())
                .isEqualTo(second);
    }

    @Test
    void links_of_mails_about_what_somebody_told_go_to_the_new_keys_too() throws Exception {
        crowd(1, STEVENAGE_NORTH);
        var old = new AddressVault(keys, hashKey);
        var link = new CaseLink("A".repeat(43));
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into case_news (id, subscriber_id, topic_hash, link, hash_key, wording, asked_at)
                select :id, subscriber.id, :topic, :link, :key, 'case-news-1', now()
                from subscriber
                """)
                .param("id", id)
                .param("topic", old.caseHashes(link.topic()).getFirst())
                .param("link", old.sealSecret(id, link.token()))
                .param("key", old.hashKeyMark())
                .update();
        var newKeys = AddressVaultTest.withNewPrimary(keys);
        var rotation = rotation(new AddressVault(newKeys, NEW_HASH_KEY + "," + hashKey));
        assertThat(rotation.pass()).isEqualTo(2);
        assertThat(rotation.pass()).isZero();

        var alone = new AddressVault(AddressVaultTest.primaryOnly(newKeys), NEW_HASH_KEY);
        assertThat(jdbc.sql("select link from case_news where topic_hash = :topic")
                        .param("topic", alone.caseHashes(link.topic()).getFirst())
                        .query((row, i) -> alone.openSecret(id, row.getBytes("link")))
                        .single())
                .isEqualTo(link.token());
    }

    @Test
    void names_of_places_go_to_the_new_keys_too() throws Exception {
        crowd(1, STEVENAGE_NORTH);
        var old = new AddressVault(keys, hashKey);
        var id = UUID.randomUUID();
        jdbc.sql("""
                with place as (
                    insert into own_place (code, subscriber_id, shape, created_at)
                    select 'place/' || :id::text, subscriber.id, polygon '((0,0),(0,1),(1,1))', now() from subscriber
                    returning code
                )
                insert into own_place_name (id, code, name, hash_key) select :id, code, :name, :key from place
                """)
                .param("id", id)
                .param("name", old.sealSecret(id, "Home"))
                .param("key", old.hashKeyMark())
                .update();
        var newKeys = AddressVaultTest.withNewPrimary(keys);
        var rotation = rotation(new AddressVault(newKeys, NEW_HASH_KEY + "," + hashKey));
        assertThat(rotation.pass()).isEqualTo(2);
        assertThat(rotation.pass()).isZero();

        var alone = new AddressVault(AddressVaultTest.primaryOnly(newKeys), NEW_HASH_KEY);
        assertThat(alone.openSecret(
                        id,
                        jdbc.sql("select name from own_place_name")
                                .query((row, n) -> row.getBytes(1))
                                .single()))
                .isEqualTo("Home");
    }

    @Test
    void while_keys_change_an_address_kept_under_the_old_key_is_found_and_no_second_subscriber_is_made() {
        crowd(1, STEVENAGE_NORTH);
        var subscribers = new Subscribers(jdbc, new AddressVault(keys, NEW_HASH_KEY + "," + hashKey), clock);
        var address = MailAddress.parse("P0@Example.org").orElseThrow();
        var found = transactions.execute(status -> subscribers.findOrAdd(address));
        assertThat(found.status()).isEqualTo(Subscriber.Status.CONFIRMED);
        assertThat(jdbc.sql("select count(*) from subscriber")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_address_that_no_key_opens_is_left_counted_and_holds_up_no_other() throws Exception {
        crowd(3, STEVENAGE_NORTH);
        jdbc.sql("""
                update subscriber
                set address = decode('01000000', 'hex')
                where id = (select id from subscriber order by id limit 1)
                """).update();
        var meters = new SimpleMeterRegistry();
        var vault = new AddressVault(AddressVaultTest.withNewPrimary(keys), hashKey);
        assertThat(new KeyRotation(jdbc, vault, transactions, meters).pass()).isEqualTo(2);
        assertThat(meters.get("alerts.addresses.old.key").gauge().value()).isEqualTo(1);
    }

    private KeyRotation rotation(AddressVault vault) {
        return new KeyRotation(jdbc, vault, transactions, new SimpleMeterRegistry());
    }
}
