package org.bluelamp.alerts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.testing.Runbook;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the runbook has an operator type after a restore does what it says. */
class RunbookTest extends AlertsTest {

    private static final UUID ROUND = UUID.fromString("6f0a4c1e-52b1-4a57-9c0c-1d2f3a4b5d44");

    @BeforeEach
    void noRounds() {
        jdbc.sql("truncate invited_round").update();
        jdbc.sql("delete from messaging.outbox where type = :type")
                .param("type", VoicesAdmitted.TYPE)
                .update();
    }

    @Test
    void what_was_open_is_not_sent_again() {
        crowd(3, STEVENAGE_NORTH);
        jdbc.sql("""
                insert into delivery
                    (item_kind, item_id, subscriber_id, channel, lane, reason_area, status, due_at, not_after,
                     claim, leased_until, created_at)
                select kind, 'restored', id, 'mail', 2, 'x', state,
                       case state when 'paused' then timestamptz 'infinity' else now() + interval '1 hour' end,
                       now() + interval '1 day',
                       case state when 'sending' then gen_random_uuid() end,
                       case state when 'sending' then now() + interval '1 hour' end,
                       now()
                from subscriber,
                     (values ('round', 'pending'), ('article', 'paused'), ('alert', 'sending')) as was (kind, state)
                """).update();
        assertThat(Runbook.statements("update delivery set").stream()
                        .map(statement -> jdbc.sql(statement).update()))
                .as("invitations when a key is taken out; everything after a restore")
                .containsExactly(3, 6);
        assertThat(statuses("cancelled")).isEqualTo(9);
    }

    @Test
    void who_was_invited_before_a_restore_is_not_invited_again_with_another_code() {
        crowd(12, STEVENAGE_NORTH);
        var today = LondonTime.date(clock.instant());
        for (var statement : Runbook.statements("insert into invited_round")) {
            jdbc.sql(statement
                            .replace("THE ROUND", ROUND.toString())
                            .replace("THE AREA", STEVENAGE_NORTH)
                            .replace("ITS LAST DAY", today.plusDays(20).toString()))
                    .update();
        }
        opened();
        assertThat(jdbc.sql("select title from invited_round")
                        .query(String.class)
                        .single())
                .isEqualTo("What now?");
        assertThat(jdbc.sql("select count(*) from delivery")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void which_codes_were_sent_is_told_again() {
        crowd(12, STEVENAGE_NORTH);
        clock.moveBy(Invitations.SETTLED.plusDays(1));
        opened();
        assertThat(Runbook.statements("update messaging.outbox set published_at").stream()
                        .map(statement -> jdbc.sql(statement.replace("'T'", "'2000-01-01'"))
                                .update()))
                .containsExactly(1);
    }

    @Test
    void who_left_since_is_gone_again_and_letters_that_were_sent_count_as_sent() {
        follow("rosa@example.org", STEVENAGE_NORTH);
        follow("rosa@example.org", STEVENAGE_SOUTH);
        transactions.executeWithoutResult(one -> {
            Runbook.statements("create temporary table gone")
                    .forEach(
                            statement -> jdbc.sql(statement + " on commit drop").update());
            jdbc.sql("""
                    insert into gone
                    select subscriber_id, area, now(), 'unsubscribed', 'link'
                    from subscription
                    where area = :area
                    """).param("area", STEVENAGE_SOUTH).update();
            Runbook.statements("update subscription set")
                    .forEach(statement ->
                            assertThat(jdbc.sql(statement).update()).isEqualTo(1));
        });
        assertThat(jdbc.sql("select area from subscription where ended_at is null")
                        .query(String.class)
                        .list())
                .containsExactly(STEVENAGE_NORTH);

        for (var statement : Runbook.statements("insert into letter_run")) {
            jdbc.sql(statement.replace("THE DAY", "2026-11-26")).update();
        }
        assertThat(jdbc.sql("select count(*) from letter_run")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void opened() {
        event(RoundOpened.TYPE, ROUND.toString(), 3, """
                {"id": "%s", "area": "%s", "title": "What now?", "about": "We want to know.", "opensOn": "%s",
                 "closesOn": "%s"}""".formatted(
                        ROUND,
                        STEVENAGE_NORTH,
                        LondonTime.date(clock.instant()),
                        LondonTime.date(clock.instant().plus(Duration.ofDays(20)))));
    }
}
