package org.bluelamp.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;

class SpikeTest extends InsightScene {

    private static final String LIST = "/staff/feedback/insight/rises";

    private static final StaffMember OLIVE =
            new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(new AreaCode(STEVENAGE_NORTH)));

    @Autowired
    private SpikeDesk desk;

    @Test
    void a_theme_that_rises_suddenly_is_to_be_looked_at_by_the_areas_officers_with_the_rule_and_the_numbers()
            throws Exception {
        burglariesRise();
        assertThat(look()).isEqualTo(1);
        Document list = page(get(LIST).with(as("officer", "hertfordshire/stevenage")));
        assertThat(list.select("main li a").text()).contains("Burglary in Stevenage North");
        assertThat(list.text()).contains("at least 5 concerns", "10,000 weeks");
        Document page = page(get(list.select("main li a[href^=" + LIST + "/]").attr("href"))
                .with(as("officer", "hertfordshire/stevenage")));
        assertThat(page.text()).contains("12 concerns from", "The eight weeks before had 8, which is 1.0 a week");
        assertThat(page.select("table tbody td").eachText())
                .containsExactly("1", "1", "1", "1", "1", "1", "1", "1", "12");
        for (String work : List.of("/staff/feedback", "/staff/feedback/contacts", "/staff/feedback/insight")) {
            assertThat(page(get(work).with(as("officer", STEVENAGE_NORTH)))
                            .select(".govuk-notification-banner a")
                            .attr("href"))
                    .isEqualTo(LIST);
            assertThat(page(get(work).with(as("officer", TOWN_CENTRE))).select(".govuk-notification-banner"))
                    .isEmpty();
        }
    }

    @Test
    void a_drafted_alert_and_article_are_links_to_forms_that_a_person_fills_in() throws Exception {
        burglariesRise();
        look();
        Document page = page(get(path()).with(as("officer", STEVENAGE_NORTH)));
        String alert = page.select("a:contains(Begin an alert)").attr("href");
        var asked = UriComponentsBuilder.fromUriString(alert).build();
        assertThat(asked.getPath()).isEqualTo("/staff/alerts/new");
        assertThat(asked.getQueryParams().getFirst("area")).isEqualTo("hertfordshire%2Fstevenage%2Fstevenage-north");
        assertThat(asked.getQueryParams().getFirst("headline")).contains("Burglary");
        // What stands in brackets has to be written before an alert can be sent.
        assertThat(asked.getQueryParams().getFirst("description")).contains("%5BSay%20what%20is%20known");
        assertThat(page.select("a:contains(Begin an article)")).isEmpty();
        assertThat(announced(only().id())).isEmpty();
        Document editors = page(get(path()).with(as("administrator", "hertfordshire")));
        assertThat(editors.select("a:contains(Begin an alert), form[action^=" + LIST + "]"))
                .isEmpty();
    }

    @Test
    void it_is_found_once_by_whatever_number_of_replicas_and_not_again_for_four_weeks_in_the_area_or_around_it()
            throws Exception {
        burglariesRise();
        counting.count();
        CountDownLatch start = new CountDownLatch(1);
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> found = List.of(1, 2, 3, 4).stream()
                    .map(n -> replicas.submit(() -> {
                        start.await();
                        return desk.lookIfDue();
                    }))
                    .toList();
            start.countDown();
            int sum = 0;
            for (Future<Integer> one : found) {
                sum += one.get();
            }
            assertThat(sum).isLessThanOrEqualTo(1);
        }
        assertThat(count("spike")).isEqualTo(1);
        desk.close(OLIVE, only(), Spike.Outcome.WATCHED, "");
        clock.moveBy(Duration.ofDays(1));
        assertThat(look()).isZero();
        clock.moveBy(Duration.ofDays(30));
        raise(40, "burglary", STEVENAGE_NORTH, 0);
        assertThat(look()).isEqualTo(1);
    }

    @Test
    void a_rise_spread_over_a_district_is_found_there() {
        pace();
        raise(4, "vehicle-crime", STEVENAGE_NORTH, 1);
        raise(4, "vehicle-crime", STEVENAGE_SOUTH, 1);
        assertThat(look()).isEqualTo(1);
        assertThat(jdbc.sql("select area_code from spike").query(String.class).single())
                .isEqualTo("hertfordshire/stevenage");
    }

    @Test
    void what_stays_at_its_pace_and_a_force_that_has_just_begun_are_no_rise() {
        raise(9, "burglary", STEVENAGE_NORTH, 2);
        assertThat(look()).isZero();
        pace();
        for (int week = 1; week <= 8; week++) {
            raise(8, "burglary", STEVENAGE_NORTH, 7 * week + 2);
        }
        assertThat(look()).isZero();
    }

    @Test
    void an_officer_of_the_area_takes_it_off_the_list_with_a_reason_that_is_kept_and_audited() throws Exception {
        burglariesRise();
        look();
        UUID id = only().id();
        mvc.perform(post(path()).with(as("officer", TOWN_CENTRE)).param("outcome", "acted"))
                .andExpect(status().isForbidden());
        mvc.perform(post(path()).with(as("administrator", "hertfordshire")).param("outcome", "acted"))
                .andExpect(status().isForbidden());
        mvc.perform(get(path()).with(as("officer", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(LIST)).andExpect(status().isUnauthorized());
        var nothing = mvc.perform(closing("", "We patrol"))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(nothing).text()).contains("Choose what becomes of it");
        assertThat(page(nothing).select("textarea").text()).isEqualTo("We patrol");
        mvc.perform(closing("acted", "We patrol at night")).andExpect(redirectedUrl(LIST + "?closed"));
        assertThat(deeds(id)).containsExactly("spike.closed Olive Marchetti");
        assertThat(page(get(path()).with(as("officer", STEVENAGE_NORTH))).text())
                .contains("We act on it, said Olive Marchetti", "We patrol at night");
        var late = mvc.perform(closing("nothing", "A mistake"))
                .andExpect(status().isConflict())
                .andReturn();
        assertThat(page(late).text()).contains("Somebody was faster", "We patrol at night");
        assertThat(page(late).select("textarea").text()).isEqualTo("A mistake");
        assertThat(page(get(LIST).with(as("officer", STEVENAGE_NORTH))).text())
                .contains("Nothing rose suddenly", "We act on it");
        mvc.perform(get(LIST + "/" + UUID.randomUUID()).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
    }

    /** Concerns have come for more than nine weeks. */
    private void pace() {
        raise(1, "something-else", TOWN_CENTRE, 80);
    }

    /** One a week, and then twelve. */
    private void burglariesRise() {
        pace();
        for (int week = 1; week <= 8; week++) {
            raise(1, "burglary", STEVENAGE_NORTH, 7 * week + 2);
        }
        raise(12, "burglary", STEVENAGE_NORTH, 2);
    }

    /** Counts and looks, whoever did so a moment ago; how much is found by us or by the service meanwhile. */
    private int look() {
        int before = count("spike");
        counting.count();
        jdbc.sql("update insight_run set looked_at = null").update();
        desk.lookIfDue();
        return count("spike") - before;
    }

    private Spike only() {
        return desk.open(OLIVE).getFirst();
    }

    private String path() {
        return LIST + "/" + jdbc.sql("select id from spike").query(UUID.class).single();
    }

    private MockHttpServletRequestBuilder closing(String outcome, String note) {
        return post(path())
                .with(as("officer", STEVENAGE_NORTH))
                .param("outcome", outcome)
                .param("note", note);
    }
}
