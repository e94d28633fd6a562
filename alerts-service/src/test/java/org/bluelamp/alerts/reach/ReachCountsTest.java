package org.bluelamp.alerts.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.messaging.SnapshotSource;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class ReachCountsTest extends AlertsTest {

    @Autowired
    private ReachCounts counts;

    @BeforeEach
    void nothingTold() {
        jdbc.sql("delete from messaging.outbox where type = 'alerts.reach.changed'")
                .update();
    }

    @Test
    void each_person_is_counted_once_for_each_area_whose_alerts_reach_them() {
        crowd(30, STEVENAGE_NORTH);
        follow("p0@example.org", STEVENAGE_SOUTH);
        follow("p1@example.org", STEVENAGE);
        counts.count();
        assertThat(figure(STEVENAGE_NORTH)).isEqualTo(30);
        assertThat(figure(STEVENAGE_SOUTH)).isEqualTo(1);
        assertThat(figure(STEVENAGE)).isEqualTo(30);
        assertThat(figure(HERTFORDSHIRE)).isEqualTo(30);
        assertThat(figure(WATFORD)).isZero();
    }

    @Test
    void who_chose_no_alerts_or_gets_no_mail_is_not_counted() {
        crowd(9, STEVENAGE_NORTH);
        jdbc.sql("""
                update subscription set topics = array['meetings']
                where id = (select id from subscription order by id limit 1)
                """).update();
        jdbc.sql("""
                update subscriber set suppressed_at = now(), suppressed_reason = 'bounced'
                where id = (select subscriber_id from subscription order by id desc limit 1)
                """).update();
        counts.count();
        assertThat(figure(STEVENAGE_NORTH)).isEqualTo(7);
    }

    @Test
    void others_are_told_rounded_figures_of_every_area_at_first_and_later_only_of_what_moved() {
        crowd(33, STEVENAGE_NORTH);
        assertThat(counts.count()).isEqualTo(6);
        assertThat(told()).hasSize(6).allSatisfy(json -> Contracts.validate("alerts.reach.changed", json));
        assertThat(told()).anySatisfy(json -> {
            var data = JsonMapper.shared().readTree(json);
            assertThat(data.at("/area").asString()).isEqualTo(STEVENAGE_NORTH);
            assertThat(data.at("/households").asInt()).isEqualTo(1000);
            assertThat(data.at("/channels/0/reachable").asInt()).isEqualTo(30);
        });
        assertThat(counts.count()).isZero();

        nothingTold();
        clock.moveBy(Duration.ofDays(1));
        jdbc.sql("update subscription set ended_at = now(), ended_reason = 'x', ended_source = 'x' where id = any ("
                        + "array(select id from subscription limit 4))")
                .update();
        assertThat(counts.count()).isZero();

        clock.moveBy(Duration.ofDays(1));
        jdbc.sql("update subscription set ended_at = now(), ended_reason = 'x', ended_source = 'x'")
                .update();
        assertThat(counts.count()).isEqualTo(3);
        assertThat(jdbc.sql("select version from reach_told where area = :area")
                        .param("area", STEVENAGE)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void who_also_gets_texts_or_notifications_is_counted_by_those_too() {
        crowd(7, STEVENAGE_NORTH);
        jdbc.sql("""
                insert into mobile (subscriber_id, number, number_hash, hash_key, confirmed_at, texts)
                select subscriber_id, 'x', convert_to(subscriber_id::text, 'UTF8'), 'k', now(),
                       case when row_number() over () = 1 then 'never' else 'always' end
                from subscription
                """).update();
        counts.count();
        assertThat(jdbc.sql("""
                        select channel || ' ' || reachable from reach_figure where area = :area order by channel
                        """).param("area", STEVENAGE).query(String.class).list())
                .containsExactly("mail 7", "push 0", "sms 6");
        var sam = browser.as(staff("Sam Hill").as("officer").in(STEVENAGE));
        assertThat(sam.get("/staff/alerts/statistics")
                        .html()
                        .select("tr:has(th:contains(Stevenage North))")
                        .text())
                .startsWith("Stevenage North 7 6 none");
        assertThat(sam.get("/api/v1/alerts/reach").body())
                .contains("\"channel\":\"mail\",\"reachable\":\"7\"", "\"channel\":\"sms\",\"reachable\":\"6\"")
                .contains("\"channel\":\"push\",\"reachable\":\"none\"");
    }

    @Test
    void a_snapshot_tells_what_was_told_last_at_its_version() {
        crowd(12, TOWN_CENTRE);
        counts.count();
        SnapshotSource source = counts;
        assertThat(source.snapshot()).hasSize(6).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo("alerts.reach.changed");
            assertThat(event.version()).isOne();
        });
    }

    @Test
    void a_day_is_counted_once_though_two_replicas_begin_at_the_same_moment() {
        crowd(10, TOWN_CENTRE);
        var first = CompletableFuture.supplyAsync(counts::count);
        var second = CompletableFuture.supplyAsync(counts::count);
        assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(0, 6);
        assertThat(jdbc.sql("select count(*) from reach_day")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void it_is_due_at_once_when_nothing_was_ever_counted_and_later_in_the_night_only() {
        assertThat(counts.due()).isTrue();
        counts.count();
        assertThat(counts.due()).isFalse();
        var tomorrow = LondonTime.date(clock.instant()).plusDays(1);
        clock.moveBy(Duration.between(
                clock.instant(), tomorrow.atTime(2, 59).atZone(LondonTime.ZONE).toInstant()));
        assertThat(counts.due()).isFalse();
        clock.moveBy(Duration.between(
                clock.instant(), tomorrow.atTime(3, 1).atZone(LondonTime.ZONE).toInstant()));
        assertThat(counts.due()).isTrue();
    }

    @Test
    void an_area_that_the_directory_tells_of_later_is_counted_on_the_same_day() {
        counts.count();
        area("hertfordshire/watford/north", "neighbourhood", "Watford North", WATFORD);
        crowd(10, "hertfordshire/watford/north");
        assertThat(counts.due()).isTrue();
        // Of the district and the force it is no longer known how many households there are.
        assertThat(counts.count()).isEqualTo(3);
        assertThat(figure("hertfordshire/watford/north")).isEqualTo(10);
        assertThat(counts.due()).isFalse();
    }

    @Test
    void delivery_times_of_a_day_outlive_the_deliveries() {
        crowd(20, STEVENAGE_NORTH);
        published("Quick news", STEVENAGE_NORTH);
        awaitQuiet();
        var yesterday = LondonTime.date(clock.instant())
                .minusDays(1)
                .atTime(12, 0)
                .atZone(LondonTime.ZONE)
                .toInstant();
        jdbc.sql("""
                with numbered as (select id, row_number() over (order by id) as n from delivery)
                update delivery
                set created_at = :queued, finished_at = :queued + numbered.n * interval '1 second'
                from numbered
                where numbered.id = delivery.id
                """).param("queued", at(yesterday)).update();
        counts.count();
        jdbc.sql("delete from delivery").update();

        var page = browser.as(staff("Olive Reed").as("officer").in(STEVENAGE_NORTH))
                .get("/staff/alerts/statistics");
        assertThat(page.status()).isEqualTo(200);
        var row = page.html().select("tr:contains(Alerts and articles to many)");
        assertThat(row.text()).contains(LondonTime.day(yesterday), "20", "11 seconds", "20 seconds");
    }

    @Test
    void the_page_shows_shares_in_a_table_and_a_map_and_says_what_is_not_known() {
        crowd(300, STEVENAGE_NORTH);
        follow("q1@example.org", STEVENAGE_SOUTH);
        event("directory.area.changed", STEVENAGE_SOUTH, 2, """
                {"code": "%s", "kind": "neighbourhood", "name": "Stevenage South", "parent": "%s",
                 "label": "Area", "contact": {}, "socialAccounts": []}
                """.formatted(STEVENAGE_SOUTH, STEVENAGE));
        var olive = staff("Olive Reed").as("officer").in(STEVENAGE);
        assertThat(browser.as(olive).get("/staff/alerts/statistics").html().text())
                .contains("We have not counted this yet");

        counts.count();
        var page = browser.as(olive).get("/staff/alerts/statistics").html();
        assertThat(page.select("tr:has(th:contains(Stevenage North))").text())
                .isEqualTo("Stevenage North 300 none none 1,000 30");
        assertThat(page.select("tr:has(th:contains(Stevenage South))").text())
                .isEqualTo("Stevenage South fewer than 5 none none not known not known");
        assertThat(page.select("th:contains(For each 100 households)")).hasSize(1);
        assertThat(page.text()).contains("Of 1 neighbourhood nobody has told").doesNotContain("Watford");
        assertThat(page.select("svg.bl-map path title").eachText())
                .containsExactly("Stevenage North: 30 for each 100 households");
        assertThat(browser.as(olive).get("/api/v1/alerts/reach").body())
                .contains("\"reachable\":\"300\",\"households\":1000,\"share\":30")
                .contains("\"reachable\":\"fewer than 5\"");
    }

    @Test
    void what_waits_for_long_or_was_refused_is_shown_with_a_link_to_staff_of_the_area_alone() {
        crowd(8, STEVENAGE_NORTH);
        published("Slow news", STEVENAGE_NORTH);
        awaitQuiet();
        jdbc.sql("update delivery set status = 'failed_for_good', failure = 'refused', finished_at = :now")
                .param("now", at(clock.instant()))
                .update();
        var page = browser.as(staff("Olive Reed").as("officer").in(STEVENAGE_NORTH))
                .get("/staff/alerts/statistics")
                .html();
        var issue = page.select("a:contains(Article: Slow news)");
        assertThat(issue.attr("href")).isEqualTo("/news/slow-news");
        assertThat(page.text()).contains("8 refused within two days");
        assertThat(browser.as(staff("Oscar Hill").as("officer").in(WATFORD))
                        .get("/staff/alerts/statistics")
                        .html()
                        .text())
                .contains("Nothing has been waiting for long")
                .doesNotContain("Slow news");
    }

    @Test
    void statistics_are_for_staff_only() {
        assertThat(browser.get("/staff/alerts/statistics").status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/alerts/reach").status()).isEqualTo(401);
        var otto = staff("Otto Lane").as("operator").in(HERTFORDSHIRE);
        assertThat(browser.as(otto).get("/staff/alerts/statistics").status()).isEqualTo(403);
        assertThat(browser.as(otto).get("/api/v1/alerts/reach").status()).isEqualTo(403);
    }

    @Test
    void figures_go_after_three_years() {
        counts.count();
        assertThat(counts.deleteExpired(clock.instant().plus(Duration.ofDays(1094)), 1000))
                .isZero();
        assertThat(counts.deleteExpired(clock.instant().plus(Duration.ofDays(1097)), 1000))
                .isOne();
        assertThat(jdbc.sql("select count(*) from reach_figure")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int figure(String area) {
        return jdbc.sql("select reachable from reach_figure where area = :area and channel = 'mail'")
                .param("area", area)
                .query(Integer.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql("select data from messaging.outbox where type = 'alerts.reach.changed'")
                .query(String.class)
                .list();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
