package org.bluelamp.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** In these tests eight bits are worked for, 300 sign-ups within ten minutes are a flood, and 30 a minute are taken. */
class FloodTest extends AlertsTest {

    private static final String ROSA = "rosa.field@example.org";

    @Autowired
    private SignUpWatch watch;

    @Autowired
    private MeterRegistry meters;

    @Test
    void how_many_signed_up_lately_is_told_by_a_metric_that_an_alert_rule_reads() {
        watch.look();
        assertThat(meters.get("alerts.sign.ups.lately").gauge().value()).isZero();
        many(301, false);
        watch.look();
        assertThat(meters.get("alerts.sign.ups.lately").gauge().value()).isEqualTo(301);
        clock.moveBy(Duration.ofMinutes(11));
        watch.look();
        assertThat(meters.get("alerts.sign.ups.lately").gauge().value()).isZero();
    }

    @Test
    void as_long_as_there_is_no_flood_nobody_works_for_a_sign_up() {
        many(299, true);
        assertThat(form().select("form[data-bluelamp-proof]")).isEmpty();
        assertThat(send(ROSA, null).status()).isEqualTo(303);
    }

    @Test
    void in_a_flood_the_form_asks_for_work_and_takes_who_did_it() throws Exception {
        many(300, false);
        var form = form();
        assertThat(form.select("form[data-bluelamp-proof]").attr("data-bluelamp-proof"))
                .isEqualTo("8");
        var opened = form.select("input[name=opened]").val();
        var answer = send(ROSA, opened, work(opened, ROSA));
        assertThat(answer.status()).isEqualTo(303);
        awaitMail(ROSA, 1);
    }

    @Test
    void who_cannot_work_waits_a_minute_when_too_many_like_it_come_and_loses_nothing_that_was_typed() {
        many(300, false);
        var held = send(ROSA, null);
        assertThat(held.status()).isEqualTo(422);
        assertThat(held.html().select(".govuk-error-summary").text())
                .contains("Please wait a minute and send it again");
        assertThat(held.html().select("input[name=address]").val()).isEqualTo(ROSA);
        clock.moveBy(Duration.ofMinutes(2));
        assertThat(send(ROSA, null).status()).isEqualTo(303);
    }

    @Test
    void work_is_good_for_one_address_and_one_challenge_of_ours() throws Exception {
        many(300, false);
        var opened = form().select("input[name=opened]").val();
        var proof = work(opened, ROSA);
        assertThat(send("other@example.org", opened, proof).status()).isEqualTo(422);
        assertThat(send(ROSA, "made-up", work("made-up", ROSA)).status()).isEqualTo(422);
        assertThat(send(ROSA, opened, "9".repeat(21)).status()).isEqualTo(422);
    }

    @Test
    void programs_are_asked_for_the_same_work() throws Exception {
        many(300, false);
        var body = "{\"address\": \"%s\", \"area\": \"%s\"%s}";
        var held = browser.postJson("/api/v1/alerts/sign-ups", body.formatted(ROSA, STEVENAGE_NORTH, ""));
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.body()).contains("\"field\":\"proof\"");
        var challenge = JsonMapper.shared()
                .readTree(browser.get("/api/v1/alerts/sign-ups/challenge").body());
        assertThat(challenge.get("bits").asInt()).isEqualTo(8);
        var text = challenge.get("challenge").asString();
        assertThat(browser.postJson(
                                "/api/v1/alerts/sign-ups",
                                body.formatted(
                                        ROSA,
                                        STEVENAGE_NORTH,
                                        ", \"challenge\": \"%s\", \"proof\": \"%s\"".formatted(text, work(text, ROSA))))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void who_asks_for_news_of_what_they_told_us_counts_as_a_sign_up_and_works_like_one() throws Exception {
        many(298, true);
        assertThat(ask("one@example.org", null).status()).isEqualTo(303);
        assertThat(form().select("form[data-bluelamp-proof]")).isEmpty();
        assertThat(ask("two@example.org", null).status()).isEqualTo(303);
        var opened = form().select("input[name=opened]").val();
        assertThat(form().select("form[data-bluelamp-proof]")).hasSize(1);
        watch.look();
        assertThat(meters.get("alerts.sign.ups.lately").gauge().value()).isEqualTo(300);
        for (int n = 2; n < 29; n++) {
            assertThat(ask("one" + n + "@example.org", null).status()).isEqualTo(303);
        }
        assertThat(ask(ROSA, null).status()).isEqualTo(422);
        assertThat(send(ROSA, null).status()).isEqualTo(422);
        assertThat(ask(ROSA, opened, work(opened, ROSA)).status()).isEqualTo(303);
        awaitMail(ROSA, 1);
        assertThat(jdbc.sql("select count(*) from case_news where proven")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Answer ask(String address, String opened, String... proof) {
        var link = "A".repeat(43);
        Map<String, String> fields = new HashMap<>(Map.of("link", link, "address", address, "website", ""));
        fields.put(
                "opened",
                opened == null
                        ? browser.post("/alerts/case-news", Map.of("link", link))
                                .html()
                                .select("input[name=opened]")
                                .val()
                        : opened);
        if (proof.length > 0) {
            fields.put("proof", proof[0]);
        }
        return browser.post("/alerts/case-news/ask", fields);
    }

    /** Sign-ups of others within the last minute, of which so many were worked for or not. */
    private void many(int number, boolean proven) {
        follow("others@example.org", STEVENAGE_SOUTH);
        jdbc.sql("""
                insert into sign_up (id, subscriber_id, area, wording, source, answer, requested_at, proven)
                select gen_random_uuid(), subscriber.id, 'x', 'areas-1', 'page', 'confirm', now(), :proven
                from subscriber, generate_series(2, :number)
                """).param("number", number).param("proven", proven).update();
    }

    private org.jsoup.nodes.Document form() {
        return browser.get("/alerts/sign-up").html();
    }

    private Answer send(String address, String opened, String... proof) {
        Map<String, String> fields = new HashMap<>(Map.of("address", address, "area", STEVENAGE_NORTH, "website", ""));
        fields.put(
                "opened", opened == null ? form().select("input[name=opened]").val() : opened);
        if (proof.length > 0) {
            fields.put("proof", proof[0]);
        }
        return browser.post("/alerts/sign-up", fields);
    }

    private static String work(String challenge, String address) throws Exception {
        for (var number = 0; ; number++) {
            var text = challenge + "\n" + address + "\n" + number;
            if (MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))[0] == 0) {
                return String.valueOf(number);
            }
        }
    }
}
