package org.bluelamp.alerts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvitationsTest extends AlertsTest {

    private static final Pattern CODE = Pattern.compile("Your code is ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\\.");
    private static final UUID ROUND = UUID.fromString("6f0a4c1e-52b1-4a57-9c0c-1d2f3a4b5d33");

    @BeforeEach
    void noRounds() {
        jdbc.sql("truncate invited_round").update();
        jdbc.sql("delete from messaging.outbox where type = :type")
                .param("type", VoicesAdmitted.TYPE)
                .update();
    }

    @Test
    void followers_of_a_neighbourhood_are_invited_once_each_with_a_code_of_their_own_that_is_told_by_its_hash() {
        residents(12);
        opened(3);
        opened(4);
        Set<String> hashes = new HashSet<>();
        for (int n = 0; n < 12; n++) {
            hashes.add(VoiceCodes.hash(ROUND, code(n)));
        }
        assertThat(hashes).hasSize(12);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(12);
        assertThat(admitted()).singleElement().satisfies(batch -> {
            assertThat(batch).isSorted().containsExactlyInAnyOrderElementsOf(hashes);
        });
        assertThat(awaitMail("p3@example.org", 1).text())
                .contains("What now?", "/have-your-say/rounds/" + ROUND, "kept apart")
                .doesNotContain("code=", "Nobody, not even we");
    }

    @Test
    void a_mailbox_has_one_code_in_however_many_ways_its_address_is_written() {
        residents(12);
        follow("p3+1@example.org", STEVENAGE_NORTH);
        follow("p3+2@example.org", STEVENAGE_NORTH);
        settled();
        opened(1);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(12);
        assertThat(admitted())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(12);
    }

    @Test
    void who_signed_up_when_the_round_was_known_gets_no_code() {
        residents(12);
        follow("late@example.org", STEVENAGE_NORTH);
        opened(1);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(12);
        assertThat(admitted())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(12);
    }

    @Test
    void a_mail_that_is_sent_twice_holds_the_same_code() {
        residents(10);
        opened(1);
        String first = code(5);
        awaitQuiet();
        MAIL.empty();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("update invited_round set invited_at = null").update();
        opened(2);
        assertThat(code(5)).isEqualTo(first);
    }

    @Test
    void among_too_few_a_code_would_not_hide_so_nobody_is_invited() {
        residents(Invitations.FEWEST - 1);
        opened(1);
        assertThat(statuses("pending", "sending", "sent")).isZero();
        assertThat(admitted()).isEmpty();
    }

    @Test
    void who_follows_elsewhere_or_chose_a_letter_or_other_topics_is_not_invited() {
        residents(12);
        jdbc.sql("""
                update subscription set frequency = 'weekly'
                where subscriber_id = (select min(subscriber_id::text)::uuid from subscription)
                """).update();
        jdbc.sql("""
                update subscription set topics = '{burglary}'
                where subscriber_id = (select max(subscriber_id::text)::uuid from subscription)
                """).update();
        opened(1);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(10);
        MAIL.empty();
        event(RoundOpened.TYPE, UUID.randomUUID().toString(), 1, data(UUID.randomUUID(), STEVENAGE_SOUTH));
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
    }

    @Test
    void a_round_that_has_closed_invites_nobody_whatever_comes_late_and_its_salt_is_gone() {
        residents(12);
        event(RoundClosed.TYPE, ROUND.toString(), 5, """
                {"id": "%s", "area": "%s", "title": "What now?", "opensOn": "%s", "closedOn": "%s"}""".formatted(
                        ROUND, STEVENAGE_NORTH, LondonTime.date(clock.instant()), LondonTime.date(clock.instant())));
        opened(4);
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
        assertThat(admitted()).isEmpty();
        assertThat(jdbc.sql("select count(*) from invited_round where salt is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void no_code_and_no_hash_of_one_stands_beside_a_subscriber_in_a_dump_and_after_the_round_none_can_be_made_again() {
        residents(12);
        opened(1);
        List<String> codes = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            codes.add(code(n));
        }
        awaitQuiet();
        for (String table : jdbc.sql("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name)
                from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                """).query(String.class).list()) {
            String rows = String.join(
                    "\n",
                    jdbc.sql("select coalesce(t::text, '') from " + table + " t")
                            .query(String.class)
                            .list());
            for (String code : codes) {
                assertThat(rows).as(table).doesNotContain(code).doesNotContain(code.replace("-", ""));
                if (!table.equals("messaging.outbox")) {
                    assertThat(rows).as(table).doesNotContain(VoiceCodes.hash(ROUND, code));
                }
            }
        }
        event(RoundClosed.TYPE, ROUND.toString(), 2, """
                {"id": "%s", "area": "%s", "title": "What now?", "opensOn": "%s", "closedOn": "%s"}""".formatted(
                        ROUND, STEVENAGE_NORTH, LondonTime.date(clock.instant()), LondonTime.date(clock.instant())));
        assertThat(jdbc.sql("select count(*) from invited_round where salt is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_hash_is_that_of_the_contract_and_a_code_is_of_the_letters_that_survive_the_telephone() {
        assertThat(VoiceCodes.hash(UUID.fromString("6f0a4c1e-52b1-4a57-9c0c-1d2f3a4b5d01"), "7K3M-Q9TF-22VX"))
                .isEqualTo("2bde97e3c1ca306895d35a8a500259cbe52632d280a32c2691bfcdd0cd7087bc");
        VoiceCodes codes = new VoiceCodes(new byte[32]);
        String code = codes.code(ROUND, new byte[32], UUID.fromString("6f0a4c1e-52b1-4a57-9c0c-1d2f3a4b5d01"));
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(codes.code(ROUND, new byte[31], ROUND)).isNotEqualTo(code);
    }

    @Test
    void every_example_of_the_contract_is_understood() {
        for (String type : List.of(RoundOpened.TYPE, RoundClosed.TYPE)) {
            Contracts.examples(type).forEach(example -> {
                jdbc.sql("truncate invited_round").update();
                event(type, example.name(), 7, example.json());
                assertThat(jdbc.sql("select open from invited_round")
                                .query(Boolean.class)
                                .single())
                        .isEqualTo(type.equals(RoundOpened.TYPE));
            });
        }
    }

    /** So many who have followed the neighbourhood for long. */
    private void residents(int people) {
        crowd(people, STEVENAGE_NORTH);
        settled();
    }

    private void settled() {
        jdbc.sql("update subscriber set confirmed_at = confirmed_at - interval '30 days'")
                .update();
        jdbc.sql("update subscription set started_at = started_at - interval '30 days'")
                .update();
    }

    private String code(int person) {
        Matcher code = CODE.matcher(awaitMail("p" + person + "@example.org", 1).text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private List<List<String>> admitted() {
        List<List<String>> batches = new ArrayList<>();
        jdbc.sql("select data from messaging.outbox where type = :type")
                .param("type", VoicesAdmitted.TYPE)
                .query(String.class)
                .list()
                .forEach(data -> {
                    Contracts.validate(VoicesAdmitted.TYPE, data);
                    List<String> hashes = new ArrayList<>();
                    for (JsonNode hash : JsonMapper.shared().readTree(data).get("hashes")) {
                        hashes.add(hash.stringValue());
                    }
                    batches.add(hashes);
                });
        return batches;
    }

    private void opened(long version) {
        event(RoundOpened.TYPE, ROUND.toString(), version, data(ROUND, STEVENAGE_NORTH));
    }

    private String data(UUID round, String area) {
        String data = """
                {"id": "%s", "area": "%s", "title": "What now?", "about": "We want to know.", "opensOn": "%s",
                 "closesOn": "%s"}""".formatted(
                        round,
                        area,
                        LondonTime.date(clock.instant()),
                        LondonTime.date(clock.instant().plus(Duration.ofDays(20))));
        Contracts.validate(RoundOpened.TYPE, data);
        return data;
    }
}
