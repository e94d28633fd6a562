package org.bluelamp.alerts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
    void who_left_since_is_gone_again_by_each_way_there_is_to_leave() {
        follow("stays@example.org", STEVENAGE_NORTH);
        follow("stays@example.org", STEVENAGE_SOUTH);
        follow("goes@example.org", STEVENAGE_NORTH);
        follow("bounces@example.org", STEVENAGE_NORTH);
        allThereIsToLeave();
        jdbc.sql("create schema if not exists old").update();
        try {
            for (var table : List.of(
                    "subscription",
                    "subscriber",
                    "mobile",
                    "push_device",
                    "scheme_member",
                    "own_place",
                    "own_place_name",
                    "case_news",
                    "departure")) {
                Runbook.statements("create table old.TABLE")
                        .forEach(statement ->
                                jdbc.sql(statement.replace("TABLE", table)).update());
                jdbc.sql("insert into old." + table + " select * from public." + table)
                        .update();
            }
            var ended = "ended_at = now(), ended_reason = 'unsubscribed', ended_source = 'one-click'";
            var leaver = "(select subscriber_id from public.own_place where code like '%-0002')";
            jdbc.sql("update old.subscription set " + ended + " where area = :area or subscriber_id = " + leaver)
                    .param("area", STEVENAGE_SOUTH)
                    .update();
            jdbc.sql("update old.subscriber set status = 'ended', " + ended + " where id = " + leaver)
                    .update();
            jdbc.sql("""
                    update old.subscriber
                    set suppressed_at = now(), suppressed_reason = 'bounced'
                    where id not in (select subscriber_id from public.mobile)
                    """).update();
            for (var table : List.of("mobile", "push_device", "scheme_member", "own_place")) {
                jdbc.sql("delete from old." + table + " where subscriber_id = " + leaver)
                        .update();
            }
            jdbc.sql("delete from old.own_place_name").update();
            jdbc.sql("update old.mobile set texts = 'never'").update();
            jdbc.sql("update old.case_news set topic_hash = null, link = null, hash_key = null, " + ended
                            + " where subscriber_id = " + leaver)
                    .update();

            run("update subscription set", 2);
            run("update subscriber set", 1);
            run("delete from mobile", 1);
            run("update mobile set", 1);
            run("delete from push_device", 1);
            run("delete from scheme_member", 1);
            run("delete from own_place where", 1);
            run("delete from own_place_name", 1);
            run("update case_news set", 1);
            jdbc.sql("insert into old.departure values ('1', '2026-11-20'), ('2', '2026-11-20')")
                    .update();
            jdbc.sql("insert into departure values ('2', '2026-11-21')").update();
            run("insert into departure", 2);
            assertThat(jdbc.sql("select count(*) from departure where left_on = '2026-11-21'")
                            .query(Integer.class)
                            .single())
                    .as("who left again since")
                    .isEqualTo(1);
        } finally {
            Runbook.statements("drop schema old")
                    .forEach(statement -> jdbc.sql(statement).update());
        }
        assertThat(jdbc.sql("select count(*) from subscription where ended_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select texts from mobile").query(String.class).list())
                .containsExactly("never");
        assertThat(jdbc.sql("select count(*) from case_news where link is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void without_the_old_database_no_text_and_no_news_of_a_case_goes_on() {
        follow("stays@example.org", STEVENAGE_NORTH);
        follow("goes@example.org", STEVENAGE_NORTH);
        allThereIsToLeave();
        assertThat(jdbc.sql(Runbook.statements("update mobile set").getLast()).update())
                .isEqualTo(2);
        assertThat(jdbc.sql(Runbook.statements("update case_news set").getLast())
                        .update())
                .isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(*) from case_news where ended_at is null or link is not null or missed is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Two people have a number, a browser, a scheme, a place of their own and news of a case. */
    private void allThereIsToLeave() {
        jdbc.sql("""
                with person as (
                    select id, row_number() over (order by created_at, id) as n
                    from subscriber
                    order by created_at, id
                    limit 2
                ),
                numbers as (
                    insert into mobile (subscriber_id, number, number_hash, hash_key, confirmed_at)
                    select id, '1', convert_to(n::text, 'UTF8'), '1', now() from person
                ),
                browsers as (
                    insert into push_device (id, subscriber_id, device, endpoint_hash, hash_key, added_at)
                    select gen_random_uuid(), id, '1', convert_to(n::text, 'UTF8'), '1', now() from person
                ),
                scheme as (
                    insert into scheme (name, kind, area, state, asked_at, decided_at)
                    values ('Bedwell', 'neighbourhood', 'x', 'open', now(), now())
                    returning id
                ),
                members as (
                    insert into scheme_member (scheme_id, subscriber_id, coordinator, joined_at)
                    select scheme.id, person.id, false, now() from scheme, person
                ),
                places as (
                    insert into own_place (code, subscriber_id, shape, created_at)
                    select 'place/' || left(gen_random_uuid()::text, 31) || '-000' || n, id, '((0,0),(0,1),(1,0))', now()
                    from person
                    returning code
                ),
                names as (
                    insert into own_place_name (id, code, name, hash_key)
                    select gen_random_uuid(), code, '1', '1' from places
                ),
                moves as (
                    insert into case_move (id, move, area, at)
                    values (gen_random_uuid(), 'answered', 'x', now())
                    returning id
                )
                insert into case_news
                    (id, subscriber_id, topic_hash, link, hash_key, wording, asked_at, confirmed_at, missed)
                select gen_random_uuid(), person.id, convert_to(n::text, 'UTF8'), '1', '1', 'case-news-1', now(), now(), moves.id
                from person, moves
                """).update();
    }

    /** Runs those that look at what the old database holds. */
    private void run(String beginning, int changed) {
        var statements = Runbook.statements(beginning).stream()
                .filter(statement -> statement.contains("from old."))
                .toList();
        assertThat(statements).isNotEmpty();
        for (var statement : statements) {
            assertThat(jdbc.sql(statement).update()).as(statement).isEqualTo(changed);
        }
    }

    @Test
    void letters_that_were_sent_count_as_sent() {
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
