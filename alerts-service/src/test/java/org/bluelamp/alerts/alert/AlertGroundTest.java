package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.Test;

/** Saying where an alert is, what readers see of that, and asking them something. */
class AlertGroundTest extends AlertStory {

    private static final String ALL_OF_IT = "51.60, -0.45\n52.00, -0.45\n52.00, -0.10\n51.60, -0.10";

    @Test
    void ground_in_all_neighbourhoods_is_taken_only_when_everybody_is_meant_on_purpose() {
        var typed = drawn(ALL_OF_IT);
        var asked = save(AlertId.next(), typed);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select(".govuk-error-summary").text())
                .contains("It touches all 3 neighbourhoods, so everybody would get it");
        assertThat(asked.html().select("input[name=everybody]")).hasSize(1);
        assertThat(asked.html().select("textarea[name=corners]").text()).contains("51.60, -0.45");

        typed.put("everybody", "yes");
        var id = AlertId.next();
        assertThat(save(id, typed).status()).isEqualTo(303);
        assertThat(alerts.find(id).orElseThrow().content().target().areas()).hasSize(3);
    }

    @Test
    void what_is_meant_for_everybody_still_needs_an_approver() {
        crowd(12, HERTFORDSHIRE);
        var typed = drawn(ALL_OF_IT);
        typed.put("everybody", "yes");
        var id = AlertId.next();
        save(id, typed);
        var page = browser.as(ERIN).get("/staff/alerts/" + id + "/edit");
        typed.put("version", page.html().selectFirst("input[name=version]").val());
        typed.put("step", "count");
        assertThat(save(id, typed).html().select("#reach").text()).contains("approver");
    }

    @Test
    void lines_that_cross_and_ground_without_anybody_are_told_and_what_was_typed_stays() {
        var crossed = save(AlertId.next(), drawn("51.910, -0.20\n51.920, -0.19\n51.910, -0.19\n51.920, -0.20"));
        assertThat(crossed.status()).isEqualTo(422);
        assertThat(crossed.html().select(".govuk-error-summary").text())
                .contains("crosses itself near 51.9150, -0.1950");
        var nowhere = save(AlertId.next(), drawn("53.1, -1.2\n53.2, -1.2\n53.2, -1.1"));
        assertThat(nowhere.html().select(".govuk-error-summary").text()).contains("It touches no neighbourhood");
        assertThat(nowhere.html().select("textarea[name=corners]").text()).contains("53.1, -1.2");
    }

    @Test
    void nobody_to_tell_is_said_before_it_is_sent() {
        var typed = typed();
        typed.put("step", "count");
        assertThat(save(AlertId.next(), typed).html().text())
                .contains("Nobody would get it by email. It would still stand on this site.");
    }

    @Test
    void a_map_names_the_neighbourhoods_around_so_that_readers_recognise_where_it_is() {
        var alert = issued(aimed(
                new Target(
                        new TreeSet<>(List.of(new AreaCode(STEVENAGE_NORTH))),
                        Optional.of(new Ground.Circle(51.911, -0.195, 600)),
                        true),
                content()));
        var map = browser.get("/alerts/" + alert.reference()).html().selectFirst("svg.bl-map");
        assertThat(map.select("text").eachText()).contains("Stevenage North", "Stevenage South");
    }

    @Test
    void a_writer_has_a_map_of_their_neighbourhoods_to_draw_on_and_the_fields_beside_it() {
        var page = browser.as(OLIVE).get("/staff/alerts/new").html();
        var map = page.selectFirst("[data-bluelamp-draw]");
        assertThat(map.attr("data-corners")).isEqualTo("corners");
        assertThat(Double.parseDouble(map.attr("data-north"))).isBetween(51.92, 51.93);
        assertThat(map.select("text").eachText()).contains("Stevenage North");
        assertThat(page.select("textarea[name=corners], input[name=centre], input[name=radius]"))
                .hasSize(3);
    }

    @Test
    void a_question_with_its_survey_stands_in_the_email_and_on_the_page_and_leaves_cap_as_it_was() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var typed = typed();
        typed.put("question", "Do you want a barrier in this street?");
        typed.put("survey", "/have-your-say/rounds/stevenage-north-2026");
        var id = AlertId.next();
        assertThat(save(id, typed).status()).isEqualTo(303);
        var draft = alerts.find(id).orElseThrow();
        var sent = desk.issue(COUNTY, id, draft.version());
        assertThat(awaitMail("rosa.field@example.org", 1).text())
                .contains("Tell us what you think: Do you want a barrier in this street?")
                .contains("/have-your-say/rounds/stevenage-north-2026");
        var page = browser.get("/alerts/" + sent.reference()).html();
        assertThat(page.select("a[href=/have-your-say/rounds/stevenage-north-2026]")
                        .text())
                .isEqualTo("Answer on this site");
        assertThat(browser.get("/alerts/" + sent.reference() + "/cap").body()).doesNotContain("barrier");
        assertThat(browser.as(ERIN)
                        .get("/staff/alerts/" + id + "/edit")
                        .html()
                        .select("input[name=question]")
                        .val())
                .isEqualTo("Do you want a barrier in this street?");
    }

    @Test
    void a_survey_lies_on_this_site_and_a_question_has_one() {
        var typed = typed();
        typed.put("question", "Well?");
        for (var survey :
                List.of("", "https://elsewhere.example/have-your-say/x", "/news/x", "/have-your-say/../staff")) {
            typed.put("survey", survey);
            var refused = save(AlertId.next(), typed);
            assertThat(refused.status()).as(survey).isEqualTo(422);
            assertThat(refused.html().select(".govuk-error-summary").text())
                    .contains("Enter the address of a survey on this site");
        }
        typed.put("question", "");
        typed.put("survey", "/have-your-say/rounds/x");
        assertThat(save(AlertId.next(), typed)
                        .html()
                        .select(".govuk-error-summary")
                        .text())
                .contains("Enter the question, or leave out the survey");
    }

    private Map<String, Object> drawn(String corners) {
        var typed = typed();
        typed.put("where", "drawn");
        typed.put("areas", List.of());
        typed.put("corners", corners);
        return typed;
    }

    private Answer save(AlertId id, Map<String, Object> typed) {
        return browser.as(ERIN).post("/staff/alerts/" + id + "/edit", typed);
    }
}
