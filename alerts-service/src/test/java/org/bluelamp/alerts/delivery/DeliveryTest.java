package org.bluelamp.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.MailBoxes;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.practice.Practice;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.testing.RuleMetrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Works deliveries off by hand: the workers of the process rest. */
class DeliveryTest extends AlertsTest {

    private static final Duration LEASE = Duration.ofMinutes(3);

    @Autowired
    private DeliveryWorkers workers;

    @Autowired
    private MailChannel channel;

    private DeliveryRun<MailAddress, Mail> run;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private DeliveryWatch watch;

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private Practice practice;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void rest() {
        run = new DeliveryRun<>(channel, deliveries, outcomes, practice, settings, clock, meters);
        workers.stop();
    }

    @AfterEach
    void work() {
        jdbc.sql("truncate delivery, paused_item").update();
        workers.start();
    }

    @Test
    void an_error_in_one_batch_does_not_end_a_worker() {
        var looks = new AtomicInteger();
        var all = settings.workers() + settings.firstWorkers();
        var faulty = new DeliveryRun<>(channel, deliveries, outcomes, practice, settings, clock, meters) {
            @Override
            Round once(Lane last, BooleanSupplier stopping) {
                if (looks.incrementAndGet() <= all) {
                    throw new OutOfMemoryError("for a test");
                }
                return new Round(0, false);
            }
        };
        var ours = new DeliveryWorkers(List.of(faulty), settings);
        ours.start();
        try {
            // One look for each of the workers fails; whoever goes on looks again.
            await().until(() -> looks.get() > 2 * all);
        } finally {
            ours.stop();
        }
    }

    @Test
    void what_is_still_to_be_sent_and_since_when_is_told_by_the_metrics_that_alert_rules_read() {
        crowd(2, STEVENAGE);
        published("Big news", STEVENAGE);
        clock.moveBy(Duration.ofMinutes(40));
        watch.look();

        var metrics = browser.get("/actuator/prometheus").body();
        assertThat(RuleMetrics.startingWith("alerts_"))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(metrics).contains("\n" + metric + "{"));
        assertThat(meters.get("alerts.deliveries.open").gauge().value()).isEqualTo(2);
        assertThat(meters.get("alerts.deliveries.overdue").timeGauge().value(TimeUnit.SECONDS))
                .isGreaterThanOrEqualTo(2400);
    }

    @Test
    void what_waits_for_its_hour_or_for_another_try_is_not_overdue() {
        crowd(2, STEVENAGE);
        published("Big news", STEVENAGE);
        jdbc.sql("update delivery set due_at = now() + interval '8 hours'").update();
        clock.moveBy(Duration.ofHours(2));
        watch.look();
        assertThat(meters.get("alerts.deliveries.open").gauge().value()).isEqualTo(2);
        assertThat(meters.get("alerts.deliveries.overdue").timeGauge().value(TimeUnit.SECONDS))
                .isZero();
    }

    @Test
    void a_mail_that_cannot_be_written_holds_up_no_other_and_operators_are_told() {
        crowd(3, STEVENAGE);
        published("Big news", STEVENAGE);
        jdbc.sql("""
                update delivery set item_kind = 'unknown' where id = (select id from delivery order by id limit 1)""").update();
        var before = meters.get("alerts.deliveries.unwritable").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        everythingOnce();
        assertThat(statuses("sent")).isEqualTo(2);
        assertThat(statuses("failed_temporarily")).isEqualTo(1);
        assertThat(meters.get("alerts.deliveries.unwritable").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(before + 1);
    }

    @Test
    void two_workers_at_once_send_each_mail_once() throws ExecutionException, InterruptedException {
        crowd(300, STEVENAGE);
        published("Big news", STEVENAGE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> worker = () -> {
                var claimed = 0;
                for (var n = once(Lane.DIGEST); n > 0; n = once(Lane.DIGEST)) {
                    claimed += n;
                }
                return claimed;
            };
            var both = new ArrayList<Future<Integer>>();
            both.add(threads.submit(worker));
            both.add(threads.submit(worker));
            assertThat(both.get(0).get() + both.get(1).get()).isEqualTo(300);
        }
        assertThat(MAIL.all()).hasSize(300);
        assertThat(MAIL.all().stream().map(MailBoxes.Received::to).distinct()).hasSize(300);
        assertThat(statuses("sent")).isEqualTo(300);
    }

    @Test
    void what_a_dead_worker_had_claimed_is_sent_by_another_once_the_lease_is_over() {
        crowd(60, STEVENAGE);
        published("Big news", STEVENAGE);
        assertThat(deliveries
                        .claim(Way.MAIL, UUID.randomUUID(), Lane.DIGEST, 50, LEASE)
                        .toSend())
                .hasSize(50);

        everythingOnce();
        assertThat(MAIL.all()).hasSize(10);
        assertThat(statuses("sending")).isEqualTo(50);

        leasesEnd();
        everythingOnce();
        assertThat(MAIL.all()).hasSize(60);
        assertThat(statuses("sent")).isEqualTo(60);
    }

    @Test
    void a_worker_that_was_thought_dead_cannot_write_over_what_another_has_done() {
        crowd(1, STEVENAGE);
        published("Big news", STEVENAGE);
        var slow = UUID.randomUUID();
        var delivery = deliveries
                .claim(Way.MAIL, slow, Lane.DIGEST, 50, LEASE)
                .toSend()
                .getFirst();
        leasesEnd();
        everythingOnce();
        outcomes.write(Outcome.failedForNow(delivery.id(), slow, "late", Duration.ZERO));
        assertThat(statuses("sent")).isEqualTo(1);
    }

    @Test
    void a_worker_that_is_stopped_gives_back_what_it_has_not_begun() {
        crowd(20, STEVENAGE);
        published("Big news", STEVENAGE);
        var mails = new AtomicInteger();
        run.once(Lane.DIGEST, () -> mails.getAndIncrement() == 5);
        assertThat(statuses("sent")).isEqualTo(5);
        assertThat(statuses("pending")).isEqualTo(15);
        everythingOnce();
        assertThat(MAIL.all()).hasSize(20);
    }

    @Test
    void who_unsubscribed_before_the_batch_was_claimed_gets_nothing() {
        var leaving = confirmedByHand("rosa.field@example.org");
        crowd(3, STEVENAGE_NORTH);
        published("Big news", STEVENAGE_NORTH);
        browser.post(leaving.manage() + "/stop-all", Map.of());
        everythingOnce();
        assertThat(MAIL.all()).hasSize(3);
        assertThat(MAIL.to("rosa.field@example.org")).isEmpty();
        assertThat(statuses("cancelled")).isEqualTo(1);
    }

    @Test
    void an_unsubscription_that_the_delivery_was_too_young_to_see_still_counts_at_the_claim() {
        crowd(2, STEVENAGE_NORTH);
        published("Big news", STEVENAGE_NORTH);
        jdbc.sql("""
                update subscription
                set ended_at = now(), ended_reason = 'test', ended_source = 'test'
                where subscriber_id = (select subscriber_id from subscription limit 1)
                """).update();
        everythingOnce();
        assertThat(MAIL.all()).hasSize(1);
        assertThat(statuses("cancelled")).isEqualTo(1);
    }

    @Test
    void while_the_mail_server_is_away_mails_wait_and_all_arrive_when_it_is_back() {
        crowd(5, STEVENAGE);
        MAIL.down();
        try {
            published("Big news", STEVENAGE);
            for (var look = 0; look < 12; look++) {
                everythingOnce();
            }
            assertThat(statuses("pending")).isEqualTo(5);
            assertThat(jdbc.sql("select max(attempts) from delivery")
                            .query(Integer.class)
                            .single())
                    .as("a server that is away uses up no attempt, so nobody waits longer for it")
                    .isZero();
        } finally {
            MAIL.up();
        }
        workers.start();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MAIL.all()).hasSize(5));
        workers.stop();
        assertThat(statuses("sent")).isEqualTo(5);
    }

    @Test
    void an_address_that_the_mail_server_refuses_for_good_gets_nothing_more() {
        crowd(2, STEVENAGE);
        published("Refused", STEVENAGE);
        var claim = UUID.randomUUID();
        var batch = deliveries.claim(Way.MAIL, claim, Lane.DIGEST, 50, LEASE).toSend();
        outcomes.write(Outcome.failedForGood(batch.get(0).id(), claim, "smtp 550", true));
        outcomes.write(Outcome.failedForGood(batch.get(1).id(), claim, "smtp 554", false));
        published("The next", STEVENAGE);
        assertThat(statuses("pending"))
                .as("only the one whose mail was refused for its content")
                .isEqualTo(1);
    }

    @Test
    void an_article_withdrawn_before_its_mails_left_is_not_mailed() {
        crowd(2, STEVENAGE);
        var id = published("A mistake", STEVENAGE);
        event("news.article.withdrawn", id, 2, withdrawn(id));
        everythingOnce();
        assertThat(MAIL.all()).isEmpty();
        assertThat(statuses("cancelled")).isEqualTo(2);
    }

    @Test
    void a_mail_is_not_sent_after_it_is_too_late_for_it() {
        crowd(2, STEVENAGE);
        published("Big news", STEVENAGE);
        clock.moveBy(Duration.ofDays(4).plusSeconds(1));
        everythingOnce();
        assertThat(MAIL.all()).isEmpty();
        assertThat(statuses("expired")).isEqualTo(2);
    }

    @Test
    void what_one_person_waits_for_goes_before_what_goes_to_many() {
        crowd(60, STEVENAGE);
        published("Big news", STEVENAGE);
        signUp("rosa.field@example.org", WATFORD);
        run.once(Lane.DIGEST, () -> false);
        assertThat(MAIL.to("rosa.field@example.org")).hasSize(1);
        assertThat(MAIL.all()).hasSize(50);
    }

    @Test
    void the_worker_for_urgent_and_transactional_mail_leaves_bulk_alone() {
        crowd(3, STEVENAGE);
        published("Big news", STEVENAGE);
        signUp("rosa.field@example.org", WATFORD);
        while (once(Lane.TRANSACTIONAL) > 0) {}
        assertThat(MAIL.all())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo("rosa.field@example.org"));
    }

    @Test
    void a_repeated_mail_has_the_same_message_id() {
        crowd(1, STEVENAGE);
        published("Big news", STEVENAGE);
        everythingOnce();
        jdbc.sql("update delivery set status = 'pending', due_at = created_at, finished_at = null")
                .update();
        everythingOnce();
        assertThat(MAIL.all()).hasSize(2);
        assertThat(MAIL.all().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(1);
    }

    @Test
    void outcomes_of_many_workers_are_all_written_and_none_is_written_before_it_is_told() throws Exception {
        crowd(200, STEVENAGE);
        published("Big news", STEVENAGE);
        var claim = UUID.randomUUID();
        var claimed = deliveries.claim(Way.MAIL, claim, Lane.DIGEST, 200, LEASE).toSend();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new ArrayList<Future<String>>();
            for (var delivery : claimed) {
                written.add(threads.submit(() -> {
                    outcomes.write(Outcome.sent(delivery.id(), claim));
                    return status(delivery.id());
                }));
            }
            for (var status : written) {
                assertThat(status.get()).isEqualTo("sent");
            }
        }
        assertThat(statuses("sent")).isEqualTo(200);
    }

    @Test
    void an_item_that_is_let_wait_goes_on_where_it_was() {
        crowd(60, STEVENAGE);
        var id = published("Big news", STEVENAGE);
        var mails = new AtomicInteger();
        run.once(Lane.DIGEST, () -> mails.getAndIncrement() == 20);
        assertThat(deliveries.pause("article", id)).isEqualTo(40);
        everythingOnce();
        assertThat(MAIL.all()).hasSize(20);
        assertThat(deliveries.progress("article", id)).satisfies(progress -> {
            assertThat(progress.accepted()).isEqualTo(20);
            assertThat(progress.paused()).isEqualTo(40);
            assertThat(progress.all()).isEqualTo(60);
            assertThat(progress.isDone()).isFalse();
        });

        assertThat(deliveries.resume("article", id)).isEqualTo(40);
        everythingOnce();
        assertThat(MAIL.all().stream().map(MailBoxes.Received::to).distinct()).hasSize(60);
        assertThat(MAIL.all()).hasSize(60);
        assertThat(deliveries.progress("article", id).isDone()).isTrue();
    }

    @Test
    void an_item_that_is_let_wait_while_a_worker_has_it_in_hand_stops_and_what_is_given_back_waits_too() {
        crowd(20, STEVENAGE);
        var id = published("Big news", STEVENAGE);
        var mails = new AtomicInteger();
        run.once(Lane.DIGEST, () -> {
            if (mails.getAndIncrement() == 5) {
                deliveries.pause("article", id);
                clock.moveBy(Duration.ofSeconds(2));
            }
            return false;
        });
        assertThat(statuses("sent")).isEqualTo(5);
        assertThat(statuses("paused")).isEqualTo(15);
        everythingOnce();
        assertThat(MAIL.all()).hasSize(5);
        deliveries.resume("article", id);
        everythingOnce();
        assertThat(MAIL.all()).hasSize(20);
    }

    @Test
    void what_is_given_back_at_the_moment_at_which_the_item_goes_on_goes_on_too() {
        crowd(2, STEVENAGE);
        var id = published("Big news", STEVENAGE);
        var going = new CountDownLatch(1);
        var mails = new AtomicInteger();
        try (var other = Executors.newSingleThreadExecutor()) {
            run.once(Lane.DIGEST, () -> {
                if (mails.getAndIncrement() == 0) {
                    deliveries.pause("article", id);
                    other.execute(() -> transactions.executeWithoutResult(status -> {
                        deliveries.resume("article", id);
                        going.countDown();
                        await().until(this::somebodyWaitsForALock);
                    }));
                    await().until(() -> going.getCount() == 0);
                    clock.moveBy(Duration.ofSeconds(2));
                }
                return false;
            });
        }
        assertThat(statuses("paused")).isZero();
        everythingOnce();
        assertThat(MAIL.all()).hasSize(2);
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("""
                select count(*)
                from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """).query(Integer.class).single() > 0;
    }

    @Test
    void what_is_withdrawn_while_a_worker_has_it_in_hand_is_not_sent_on() {
        crowd(20, STEVENAGE);
        var id = published("A mistake", STEVENAGE);
        var mails = new AtomicInteger();
        run.once(Lane.DIGEST, () -> {
            if (mails.getAndIncrement() == 5) {
                event("news.article.withdrawn", id, 2, withdrawn(id));
                clock.moveBy(Duration.ofSeconds(2));
            }
            return false;
        });
        assertThat(MAIL.all().stream().filter(mail -> mail.subject().equals("A mistake")))
                .hasSize(5);
    }

    @Test
    void a_mail_whose_outcome_could_not_be_noted_is_not_sent_again_before_its_lease_is_over() {
        crowd(3, STEVENAGE);
        published("Big news", STEVENAGE);
        jdbc.sql("alter table delivery add constraint for_a_test check (status <> 'sent')")
                .update();
        try {
            assertThatThrownBy(() -> run.once(Lane.DIGEST, () -> false)).isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("alter table delivery drop constraint for_a_test").update();
        }
        assertThat(MAIL.all()).hasSize(1);
        everythingOnce();
        assertThat(MAIL.all()).hasSize(3);
        assertThat(statuses("sending")).isEqualTo(1);
    }

    @Test
    void who_leaves_while_an_item_waits_gets_nothing_when_it_goes_on() {
        var leaving = confirmedByHand("rosa.field@example.org");
        var id = published("Big news", STEVENAGE_NORTH);
        deliveries.pause("article", id);
        browser.post(leaving.manage() + "/stop-all", Map.of());
        deliveries.resume("article", id);
        everythingOnce();
        assertThat(MAIL.to("rosa.field@example.org").stream()
                        .filter(mail -> mail.subject().equals("Big news")))
                .isEmpty();
        assertThat(statuses("cancelled")).isEqualTo(1);
    }

    @Test
    void an_urgent_message_that_reaches_nobody_is_noticed() {
        crowd(3, STEVENAGE);
        published("Danger", STEVENAGE);
        jdbc.sql("update delivery set lane = 0").update();
        watch.look();
        assertThat(meters.get("alerts.urgent.unaccepted").gauge().value()).isZero();
        clock.moveBy(Duration.ofMinutes(3));
        watch.look();
        assertThat(meters.get("alerts.urgent.unaccepted").gauge().value()).isEqualTo(1);
        jdbc.sql("update delivery set status = 'failed_for_good', finished_at = now()")
                .update();
        watch.look();
        assertThat(meters.get("alerts.urgent.unaccepted").gauge().value())
                .as("all refused")
                .isEqualTo(1);
        jdbc.sql("update delivery set status = 'pending', finished_at = null").update();
        run.once(Lane.URGENT, () -> false);
        watch.look();
        assertThat(meters.get("alerts.urgent.unaccepted").gauge().value()).isZero();
    }

    @Test
    void pauses_double_up_to_a_limit_and_are_spread() {
        var settings =
                new DeliverySettings(1, 1, 1, LEASE, LEASE, LEASE, Duration.ofSeconds(10), Duration.ofMinutes(15));
        assertThat(settings.pauseAfter(1, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.pauseAfter(2, 0.5)).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.pauseAfter(5, 0.5)).isEqualTo(Duration.ofSeconds(160));
        assertThat(settings.pauseAfter(1_000, 0.5)).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.pauseAfter(1, 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.pauseAfter(1, 1)).isEqualTo(Duration.ofSeconds(12));
    }

    private void everythingOnce() {
        while (once(Lane.DIGEST) > 0) {}
    }

    /** How many deliveries a batch carried; none when the mail server is away. */
    private int once(Lane last) {
        var round = run.once(last, () -> false);
        return round.serverAway() ? 0 : round.claimed();
    }

    private String status(UUID delivery) {
        return jdbc.sql("select status from delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .single();
    }

    private void leasesEnd() {
        jdbc.sql("update delivery set leased_until = now() where status = 'sending'")
                .update();
    }

    private Confirmed confirmedByHand(String address) {
        workers.start();
        try {
            return confirmed(address, STEVENAGE_NORTH);
        } finally {
            workers.stop();
        }
    }
}
