package org.bluelamp.feedback.concern.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import org.bluelamp.feedback.FeedbackTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PinTest extends FeedbackTest {

    private static final String NORTH = "stevenage/stevenage-north";
    private static final String FORM = "/have-your-say/" + NORTH;
    private static final String WORDS = "  Dark \"underpass\" </textarea><b>نفق</b> 🚲\nby night  ";

    @BeforeEach
    void two_neighbourhoods_lie_one_above_the_other() {
        hertfordshireIsKnown();
        outline(STEVENAGE_NORTH, "Stevenage North", 51.90, 51.94, 2);
        outline("hertfordshire/stevenage/stevenage-south", "Stevenage <South>", 51.86, 51.90, 2);
    }

    @Test
    void a_place_is_marked_without_script_and_what_was_filled_in_goes_with_it() throws Exception {
        Document map = page(filled("step", "map", "choice", "c-7K3M-Q9TF"));
        assertThat(map.select("h1").text()).isEqualTo("Where is it?");
        assertThat(map.select("input[name=choice]").val()).isEqualTo("c-7K3M-Q9TF");
        Element image = map.select("input[type=image]").first();
        assertThat(image.attr("src")).isEqualTo(FORM + "/map.svg");
        assertThat(image.attr("alt")).contains("Stevenage North");
        assertThat(map.html()).doesNotContain("<b>نفق</b>");

        Document marked = page(on(map, "mark.x", "144", "mark.y", "144"));
        assertThat(marked.select("svg.bl-pin__mark circle").first().attr("cx")).isEqualTo("144");
        Document form = page(on(marked, "step", "edit"));
        assertThat(form.select("textarea[name=text]").first().wholeText()).isEqualTo(WORDS);
        assertThat(form.select("input[name=themes][checked]").val()).isEqualTo("speeding");
        assertThat(form.select("main").text()).contains("You have marked a place on the map");

        mvc.perform(all(form, FORM)).andExpect(status().isSeeOther());
        Map<String, Object> kept =
                jdbc.sql("select lat, lng, text from concern").query().singleRow();
        assertThat(kept.get("text")).isEqualTo(WORDS);
        assertThat((Double) kept.get("lat")).isBetween(51.9199, 51.9201);
        assertThat((Double) kept.get("lng")).isBetween(-0.2001, -0.1999);
    }

    @Test
    void staff_of_the_area_see_the_mark_and_nobody_else_does() throws Exception {
        Document map = page(filled("step", "map"));
        mvc.perform(all(page(on(page(on(map, "move", "middle")), "step", "edit")), FORM))
                .andExpect(status().isSeeOther());
        String reference =
                jdbc.sql("select reference from concern").query(String.class).single();
        String svg = "/staff/feedback/" + reference + "/map.svg";
        Document read = page(get("/staff/feedback/" + reference).with(as("officer", STEVENAGE_NORTH)));
        assertThat(read.select("main img").attr("src")).isEqualTo(svg);
        assertThat(read.select("main").text()).contains("51.9200");
        mvc.perform(get(svg).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(content().contentType("image/svg+xml"))
                .andExpect(header().string("Cache-Control", "no-store"));
        mvc.perform(get(svg).with(as("officer", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(svg)).andExpect(status().isUnauthorized());

        jdbc.sql("update concern set public_text = text, public_at = now()").update();
        for (String everybody : new String[] {
            FORM + "/said", FORM + "/said/c-" + reference, "/api/v1/feedback/open-data/concerns", FORM + "/map.svg"
        }) {
            assertThat(mvc.perform(get(everybody)).andReturn().getResponse().getContentAsString(UTF_8))
                    .as(everybody)
                    .doesNotContain("51.92");
        }
    }

    @Test
    void a_place_elsewhere_is_told_with_the_team_to_tell_instead_and_nothing_is_lost() throws Exception {
        Document map = page(on(page(filled("step", "map")), "move", "middle"));
        MvcResult result = mvc.perform(on(map, "mark.x", "144", "mark.y", "285"))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        Document wrong = page(result);
        assertThat(wrong.select(".govuk-error-summary a").attr("href")).isEqualTo("#lat");
        assertThat(wrong.select(".govuk-error-summary").text()).contains("That place is in Stevenage <South>");
        assertThat(wrong.select("input[name=lat]").val())
                .as("what was marked before")
                .startsWith("51.92");
        Element instead = wrong.select("button[formaction]").first();
        Document there = page(all(wrong, instead.attr("formaction")).param("step", "edit"));
        assertThat(there.select("h1").text()).contains("Stevenage <South>");
        assertThat(there.select("input[name=lat]").val())
                .as("a mark of the other neighbourhood")
                .isEmpty();
        assertThat(there.select("textarea[name=text]").first().wholeText()).isEqualTo(WORDS);

        Document nowhere = page(on(map, "mark.x", "287", "mark.y", "1"));
        assertThat(nowhere.select(".govuk-error-summary").text()).contains("Mark a place in Stevenage North");
        assertThat(nowhere.select("button[formaction]")).isEmpty();
    }

    @Test
    void a_mark_that_is_not_in_the_neighbourhood_is_refused_by_the_form_too() throws Exception {
        for (String lat : new String[] {"51.87", "-89"}) {
            Document form = page(mvc.perform(filled("lat", lat, "lng", "-0.2"))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn());
            assertThat(form.select(".govuk-error-summary a").attr("href")).isEqualTo("#lat");
            assertThat(form.select("#lat")).hasSize(1);
            assertThat(form.select("textarea[name=text]").first().wholeText()).isEqualTo(WORDS);
        }
        for (String nonsense : new String[] {"NaN", "north", "1e999", "91"}) {
            mvc.perform(filled("lat", nonsense, "lng", "-0.2")).andExpect(status().isSeeOther());
        }
        assertThat(count("concern where lat is not null")).isZero();
    }

    @Test
    void the_mark_begins_in_the_middle_for_a_keyboard_is_moved_by_buttons_and_taken_away() throws Exception {
        Document map = page(on(page(filled("step", "map")), "mark.x", "0", "mark.y", "0"));
        double lat = Double.parseDouble(map.select("input[name=lat]").val());
        for (String move : new String[] {"north", "north", "east", "west", "south"}) {
            map = page(on(map, "move", move));
        }
        assertThat(Double.parseDouble(map.select("input[name=lat]").val()) - lat)
                .isBetween(0.0008, 0.001);
        for (int i = 0; i < 30; i++) {
            map = page(on(map, "move", "north"));
        }
        assertThat(map.select(".govuk-error-summary")).as("at the border").hasSize(1);
        map = page(on(map, "move", "away"));
        assertThat(map.select("input[name=lat]").val()).isEmpty();
        assertThat(map.select("svg.bl-pin__mark")).isEmpty();
        for (String odd : new String[] {"x", "-1", "99999999999"}) {
            assertThat(mvc.perform(on(map, "mark.x", odd, "mark.y", "9"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isIn(200, 422);
        }
    }

    @Test
    void the_map_shows_the_neighbourhoods_around_and_a_bar_and_has_no_place_in_its_address() throws Exception {
        String svg = mvc.perform(get(FORM + "/map.svg"))
                .andExpect(content().contentType("image/svg+xml"))
                .andExpect(header().string("Cache-Control", "max-age=300, public"))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        assertThat(svg)
                .contains("viewBox=\"0 0 288 288\"")
                .contains(" km</text>")
                .doesNotContain("circle");
        assertThat(svg).doesNotContain("<South>");
    }

    @Test
    void where_nobody_knows_how_far_a_neighbourhood_reaches_there_is_no_map() throws Exception {
        assertThat(page(get(FORM)).select("button[value=map]")).hasSize(1);
        String watford = "/have-your-say/watford/town-centre";
        assertThat(page(get(watford)).select("button[value=map]")).isEmpty();
        mvc.perform(get(watford + "/map.svg")).andExpect(status().isNotFound());
        assertThat(page(post(watford).param("step", "map").param("text", "Dark"))
                        .select("textarea[name=text]")
                        .text())
                .isEqualTo("Dark");
        mvc.perform(get(FORM + "/map")).andExpect(redirectedUrl(FORM));
        mvc.perform(post("/have-your-say/stevenage/nowhere/map").param("text", "Dark"))
                .andExpect(status().isNotFound());
    }

    private void outline(String code, String name, double south, double north, long version) {
        dispatch(event("directory.area.changed", code, version, """
                {"code": "%s", "kind": "neighbourhood", "name": "%s", "parent": null, "label": "Team",
                 "boundary": {"type": "Polygon", "coordinates": [[[-0.23, %4$s], [-0.17, %4$s], [-0.17, %3$s],
                 [-0.23, %3$s], [-0.23, %4$s]]]}, "contact": {}, "socialAccounts": [], "households": null}""".formatted(code, name, north, south)));
    }

    private static MockHttpServletRequestBuilder filled(String... more) {
        MockHttpServletRequestBuilder request = post(FORM)
                .param("themes", "speeding")
                .param("text", WORDS)
                .param("effect", "some")
                .param("opened", "1")
                .param("token", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return request;
    }

    /** The form of the map with a button pressed. */
    private static MockHttpServletRequestBuilder on(Document map, String... pressed) {
        MockHttpServletRequestBuilder request = all(map, FORM + "/map");
        for (int i = 0; i < pressed.length; i += 2) {
            request.param(pressed[i], pressed[i + 1]);
        }
        return request;
    }

    /** The form of a page with all that it holds. */
    private static MockHttpServletRequestBuilder all(Document page, String address) {
        MockHttpServletRequestBuilder request = post(address);
        for (Element field : page.select("main form").last().select("input[name]:not([type=file]), textarea[name]")) {
            String type = field.attr("type");
            if (field.is("textarea")) {
                request.param(field.attr("name"), field.wholeText());
            } else if (!type.equals("image")
                    && (!(type.equals("checkbox") || type.equals("radio")) || field.hasAttr("checked"))) {
                request.param(field.attr("name"), field.val());
            }
        }
        return request;
    }
}
