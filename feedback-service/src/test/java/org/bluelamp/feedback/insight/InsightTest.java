package org.bluelamp.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.service.area.AreaCode;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class InsightTest extends InsightScene {

    private static final String HOME = "/staff/feedback/insight";

    @Autowired
    private Insights insights;

    @Test
    void concerns_are_shown_by_theme_with_the_change_since_the_period_before() throws Exception {
        raise(7, "speeding", STEVENAGE_NORTH, 3);
        raise(4, "speeding", STEVENAGE_SOUTH, 30);
        raise(2, "burglary", STEVENAGE_SOUTH, 29);
        raise(9, "burglary", TOWN_CENTRE, 3);
        raise(1, "speeding", STEVENAGE_NORTH, 60);
        counting.count();
        Document page = page(get(HOME).with(as("officer", "hertfordshire/stevenage")));
        assertThat(rows(page, "Concerns by theme"))
                .containsExactly("Speeding and dangerous driving 7 4 +3", "Burglary 0 2 −2");
        assertThat(rows(page, "Concerns by neighbourhood"))
                .containsExactly("Stevenage North 7 0 +7", "Stevenage South 0 6 −6");
        assertThat(page.text()).contains("7 concerns, before 6 (+1)");
        assertThat(page.select("svg.bl-chart[aria-label^=Concerns by theme] rect")
                        .eachAttr("width"))
                .containsExactly("260");
        assertThat(rows(page, "Concerns by week")).hasSize(4).last().asString().endsWith(" 7");
        Document longer = page(get(HOME).param("period", "3-months").with(as("officer", "hertfordshire/stevenage")));
        assertThat(rows(longer, "Concerns by theme"))
                .containsExactly("Speeding and dangerous driving 12 0 +12", "Burglary 2 0 +2");
    }

    @Test
    void answers_are_counted_by_the_hours_they_took_and_what_waits_stands_beside_them() throws Exception {
        raise(2, "speeding", STEVENAGE_NORTH, 1);
        raise(4, "speeding", STEVENAGE_NORTH, 20);
        answered(10, 2);
        answered(72, 1);
        answered(73, 1);
        counting.count();
        Document page = page(get(HOME).with(as("sergeant", STEVENAGE_NORTH)));
        assertThat(rows(page, "Answers"))
                .containsExactly(
                        "Answered within 72 hours 3",
                        "Answered later 1",
                        "Share within 72 hours 75%",
                        "Half were answered within 10 hours",
                        "Open now 2",
                        "Of these waiting for more than 72 hours 0");
        assertThat(rows(page, "What came, by how it came")).contains("Concern 6 0 +6", "Paper form 0 0 0");
    }

    @Test
    void what_turned_out_to_be_a_hoax_or_spam_is_not_counted_as_having_come() throws Exception {
        raise(4, "speeding", STEVENAGE_NORTH, 1);
        for (String reason : List.of("hoax", "no-message", "control-room")) {
            jdbc.sql("""
                            update "case"
                               set state = 'closed', closing = :reason, closed_at = received_at
                             where id = (select id from "case" where state = 'received' limit 1)""").param("reason", reason).update();
        }
        counting.count();
        assertThat(rows(page(get(HOME).with(as("sergeant", STEVENAGE_NORTH))), "What came, by how it came"))
                .contains("Concern 2 0 +2");
    }

    @Test
    void what_is_overdue_is_owed_and_so_lessens_the_share_as_in_the_list_of_cases() throws Exception {
        raise(2, "speeding", STEVENAGE_NORTH, 20);
        answered(10, 2);
        raise(1, "speeding", STEVENAGE_NORTH, 5);
        counting.count();
        Document page = page(get(HOME).with(as("sergeant", STEVENAGE_NORTH)));
        assertThat(rows(page, "Answers"))
                .contains(
                        "Answered within 72 hours 2",
                        "Answered later 0",
                        "Share within 72 hours 66%",
                        "Of these waiting for more than 72 hours 1");
        assertThat(page(get("/staff/feedback/contacts").with(as("sergeant", STEVENAGE_NORTH)))
                        .select(".bl-figures")
                        .text())
                .contains("2 of 3");
    }

    @Test
    void everybody_sees_their_own_areas_and_no_others_and_an_administrator_all() throws Exception {
        raise(3, "speeding", TOWN_CENTRE, 3);
        counting.count();
        mvc.perform(get(HOME)).andExpect(status().isUnauthorized());
        mvc.perform(get(HOME).with(as("editor", "hertfordshire"))).andExpect(status().isForbidden());
        mvc.perform(get(HOME).param("area", TOWN_CENTRE).with(as("officer", "hertfordshire/stevenage")))
                .andExpect(status().isForbidden());
        mvc.perform(get(HOME).param("area", "hertfordshire").with(as("officer", "hertfordshire/stevenage")))
                .andExpect(status().isForbidden());
        Document own = page(get(HOME).with(as("officer", "hertfordshire/stevenage")));
        assertThat(own.text()).doesNotContain("Watford").contains("0 concerns");
        Document all = page(get(HOME).with(as("administrator", "hertfordshire")));
        assertThat(all.select("select[name=area] option").eachText())
                .containsExactly(
                        "All of Hertfordshire",
                        "All of Stevenage",
                        "Stevenage North",
                        "Stevenage South",
                        "All of Watford",
                        "Watford Town Centre");
        assertThat(all.text()).contains("3 concerns");
        assertThat(page(get(HOME).param("area", TOWN_CENTRE).with(as("administrator", "hertfordshire")))
                        .text())
                .contains("3 concerns");
    }

    @Test
    void days_of_ones_own_are_taken_and_what_is_wrong_with_them_is_told_with_what_was_typed() throws Exception {
        raise(3, "speeding", STEVENAGE_NORTH, 3);
        raise(2, "speeding", STEVENAGE_NORTH, 5);
        counting.count();
        LocalDate day = now().minusDays(3);
        assertThat(page(days(day, day)).text()).contains("3 concerns, before 0 (+3)");
        assertThat(page(days(day.minusDays(2), day)).text()).contains("5 concerns");
        Document wrong = page(days(day, day.minusDays(1)));
        assertThat(wrong.select(".govuk-error-summary").text()).contains("The last day must be the first day or later");
        assertThat(wrong.select("input[name='from.day']").val()).isEqualTo("" + day.getDayOfMonth());
        assertThat(wrong.select("details[open]")).isNotEmpty();
        assertThat(page(days(day.minusDays(400), day))
                        .select(".govuk-error-summary")
                        .text())
                .contains("Choose at most a year");
    }

    @Test
    void what_is_set_aside_taken_back_or_handed_over_later_counts_where_it_belongs_after_the_next_count() {
        raise(3, "speeding", STEVENAGE_NORTH, 40);
        counting.count();
        assertThat(themes(STEVENAGE_NORTH))
                .containsExactly(new Change("speeding", "Speeding and dangerous driving", 3, 0));
        jdbc.sql("update concern set set_aside = 'honeypot' where id = (select min(id) from concern)")
                .update();
        jdbc.sql("update concern set area_code = :area where id = (select max(id) from concern)")
                .param("area", STEVENAGE_SOUTH)
                .update();
        // The last days every minute; all once a day.
        counting.count();
        assertThat(themes(STEVENAGE_NORTH).getFirst().now()).isEqualTo(3);
        clock.moveBy(Duration.ofDays(1));
        counting.count();
        assertThat(themes(STEVENAGE_NORTH).getFirst().now()).isEqualTo(1);
        assertThat(themes(STEVENAGE_SOUTH).getFirst().now()).isEqualTo(1);
        assertThat(themes("hertfordshire").getFirst().now()).isEqualTo(2);
    }

    @Test
    void of_replicas_one_counts_within_a_minute() {
        clock.moveBy(Duration.ofMinutes(10));
        counting.count();
        assertThat(counting.countIfDue()).isFalse();
    }

    @Test
    void neighbourhoods_are_shaded_by_their_numbers_which_stand_in_the_table_too() throws Exception {
        lies(STEVENAGE_NORTH, "Stevenage North", -0.2, 51.9);
        lies(STEVENAGE_SOUTH, "Stevenage South", -0.2, 51.8);
        raise(7, "speeding", STEVENAGE_NORTH, 3);
        raise(2, "burglary", STEVENAGE_SOUTH, 3);
        counting.count();
        Document page = page(get(HOME).with(as("officer", "hertfordshire/stevenage")));
        assertThat(page.select("svg.bl-map path title").eachText())
                .containsExactly("Stevenage North: 7", "Stevenage South: 2");
        assertThat(page.select("svg.bl-map path").eachAttr("fill")).containsExactly("#1d4f91", "#e3ecf8");
        Document theme = page(get(HOME).param("theme", "burglary").with(as("officer", "hertfordshire/stevenage")));
        assertThat(theme.select("svg.bl-map path title").eachText())
                .containsExactly("Stevenage North: 0", "Stevenage South: 2");
        assertThat(rows(theme, "Concerns about: Burglary"))
                .containsExactly("Stevenage North 0 0 0", "Stevenage South 2 0 +2");
    }

    @Test
    void the_map_of_a_round_is_public_when_it_is_over_and_tells_no_number_below_five() throws Exception {
        lies(STEVENAGE_NORTH, "Stevenage North", -0.2, 51.9);
        lies(STEVENAGE_SOUTH, "Stevenage South", -0.2, 51.8);
        raise(7, "speeding", STEVENAGE_NORTH, 0);
        raise(4, "speeding", STEVENAGE_SOUTH, 0);
        raise(8, "speeding", TOWN_CENTRE, 0);
        counting.count();
        Open round = open();
        String map = "/have-your-say/rounds/" + round.id() + "/map";
        mvc.perform(get(map)).andExpect(redirectedUrl("/have-your-say/rounds/" + round.id()));
        closed(round);
        var answer = mvc.perform(get(map).param("theme", "speeding"))
                .andExpect(status().isOk())
                .andReturn();
        Document page = page(answer);
        assertThat(rows(page, "Concerns about: Speeding and dangerous driving"))
                .containsExactly("Stevenage North (this round) 7", "Stevenage South Fewer than 5");
        assertThat(page.select("svg.bl-map path title").eachText())
                .containsExactly("Stevenage South: Fewer than 5", "Stevenage North: 7");
        assertThat(page.text()).doesNotContain("Watford Town Centre");
        String tag = answer.getResponse().getHeader("ETag");
        mvc.perform(get(map).param("theme", "speeding").header("If-None-Match", tag))
                .andExpect(status().isNotModified());
        raise(1, "speeding", STEVENAGE_SOUTH, 0);
        counting.count();
        mvc.perform(get(map).param("theme", "speeding").header("If-None-Match", tag))
                .andExpect(status().isOk());
        mvc.perform(get("/have-your-say/rounds/00000000-0000-4000-8000-00000000dead/map"))
                .andExpect(status().isNotFound());
    }

    private List<Change> themes(String area) {
        return insights.themes(new AreaCode(area), Span.upTo(now(), 91));
    }

    private static MockHttpServletRequestBuilder days(LocalDate from, LocalDate to) {
        return get(HOME)
                .param("from.day", "" + from.getDayOfMonth())
                .param("from.month", "" + from.getMonthValue())
                .param("from.year", "" + from.getYear())
                .param("to.day", "" + to.getDayOfMonth())
                .param("to.month", "" + to.getMonthValue())
                .param("to.year", "" + to.getYear())
                .with(as("officer", STEVENAGE_NORTH));
    }

    /** So many of what waits longest in Stevenage North were answered after so many hours. */
    private void answered(int hours, int number) {
        jdbc.sql("""
                        with answered as (
                            update "case" k
                               set state = 'answered', answered_at = asked_at + make_interval(hours => :hours)
                             where id in (select id from "case" where state = 'received' order by asked_at, id limit :number)
                            returning *)
                        insert into case_promise (case_id, area_code, asked_at, due_at, ended_at, answered_at)
                        select id, area_code, asked_at, due_at, answered_at, answered_at from answered""").param("hours", hours).param("number", number).update();
    }

    private static List<String> rows(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().equals(caption))
                .flatMap(table -> table.select("tbody tr").eachText().stream())
                .toList();
    }
}
