package org.bluelamp.alerts.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.messaging.retention.Expiring;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long things about people are kept. */
class RetentionTest extends AlertsTest {

    @Autowired
    private SubscriberRetention retention;

    @Autowired
    private List<Expiring> all;

    @Test
    void an_address_is_erased_28_days_after_its_owner_left_and_the_proof_of_consent_stays_for_a_year() {
        leave(confirmed("rosa.field@example.org", STEVENAGE_NORTH));
        expireAfter(Duration.ofDays(27));
        assertThat(addresses()).isEqualTo(1);
        expireAfter(Duration.ofDays(29));
        assertThat(addresses()).isZero();
        assertThat(number("sign_up where confirmed_at is not null")).isEqualTo(1);
        assertThat(number("subscription where ended_reason = 'unsubscribed'")).isEqualTo(1);

        expireAfter(Duration.ofDays(29 + 364));
        assertThat(number("subscriber")).isEqualTo(1);
        expireAfter(Duration.ofDays(29 + 366));
        assertThat(number("subscriber")).isZero();
        assertThat(number("sign_up")).isZero();
    }

    @Test
    void who_still_gets_emails_loses_nothing_however_long_ago_they_signed_up() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        expireAfter(Duration.ofDays(4000));
        assertThat(addresses()).isEqualTo(1);
        assertThat(number("subscription where ended_at is null")).isEqualTo(1);
    }

    @Test
    void an_address_that_was_never_confirmed_is_erased_28_days_after_it_was_last_entered() {
        signUp("rosa.field@example.org", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        clock.moveBy(Duration.ofDays(20));
        signUp("rosa.field@example.org", STEVENAGE_NORTH);
        awaitQuiet();
        expireAfter(Duration.ofDays(27));
        assertThat(addresses()).isEqualTo(1);
        expireAfter(Duration.ofDays(29));
        assertThat(addresses()).isZero();
    }

    @Test
    void an_address_that_mail_comes_back_from_is_at_an_end_after_28_days_and_erased_after_28_more() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        jdbc.sql("update subscriber set suppressed_at = now(), suppressed_reason = 'bounced'")
                .update();
        jdbc.sql("""
                insert into mobile (subscriber_id, number, number_hash, hash_key, confirmed_at)
                select id, '1', '1', '1', now() from subscriber
                """).update();
        expireAfter(Duration.ofDays(27));
        assertThat(number("subscription where ended_at is null")).isEqualTo(1);
        clock.moveBy(Duration.ofDays(29));
        expireAfter(Duration.ZERO);
        assertThat(number("subscription where ended_reason = 'undeliverable'")).isEqualTo(1);
        assertThat(number("mobile")).as("their number goes as if they had left").isZero();
        assertThat(addresses()).isEqualTo(1);
        expireAfter(Duration.ofDays(29));
        assertThat(addresses()).isZero();
        assertThat(number("departure")).as("nobody left").isZero();
    }

    @Test
    void that_the_owner_of_an_erased_address_had_left_is_kept_for_three_years() {
        leave(confirmed("rosa.field@example.org", STEVENAGE_NORTH));
        expireAfter(Duration.ofDays(29));
        expireAfter(Duration.ofDays(1094));
        assertThat(number("departure")).isEqualTo(1);
        expireAfter(Duration.ofDays(1097));
        assertThat(number("departure")).isZero();
    }

    @Test
    void who_comes_back_after_the_erasure_is_somebody_new() {
        leave(confirmed("rosa.field@example.org", STEVENAGE_NORTH));
        expireAfter(Duration.ofDays(29));
        confirmed("rosa.field@example.org", WATFORD);
        assertThat(number("subscriber")).isEqualTo(2);
        assertThat(number("subscriber where status = 'confirmed'")).isEqualTo(1);
    }

    @Test
    void who_was_sent_what_is_forgotten_after_a_year() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        published("Old news", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        expireAfter(Duration.ofDays(364));
        assertThat(number("delivery where item_kind = 'article'")).isEqualTo(1);
        expireAfter(Duration.ofDays(366));
        assertThat(number("delivery")).isZero();
    }

    @Test
    void with_a_person_everything_that_was_to_be_told_them_goes() {
        var rosa = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        awaitQuiet();
        leave(rosa);
        jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, reason_area, status, due_at, not_after, created_at)
                select 'article', 'forgotten', id, 'mail', 2, 'hertfordshire', 'pending', 'infinity', 'infinity', now()
                from subscriber
                """).update();
        expireAfter(Duration.ofDays(29));
        expireAfter(Duration.ofDays(29 + 366));
        assertThat(number("subscriber")).isZero();
        assertThat(number("delivery")).isZero();
    }

    @Test
    void expiry_goes_in_batches_and_says_when_there_may_be_more() {
        crowd(5, STEVENAGE_NORTH);
        jdbc.sql("""
                update subscriber
                set status = 'ended', ended_at = now() - interval '30 days', ended_reason = 'unsubscribed',
                    ended_source = 'one-click'
                """).update();
        assertThat(retention.deleteExpired(clock.instant(), 3)).isEqualTo(3);
        assertThat(addresses()).isEqualTo(2);
        assertThat(retention.deleteExpired(clock.instant(), 3)).isEqualTo(2);
        assertThat(retention.deleteExpired(clock.instant(), 3)).isZero();
    }

    private void leave(Confirmed person) {
        assertThat(browser.post(person.manage() + "/stop-all", Map.of()).status())
                .isEqualTo(303);
    }

    private void expireAfter(Duration span) {
        all.forEach(one -> one.deleteExpired(clock.instant().plus(span), 1000));
    }

    private int addresses() {
        return number("subscriber where address is not null");
    }

    private int number(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
