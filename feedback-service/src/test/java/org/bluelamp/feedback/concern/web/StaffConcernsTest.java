package org.bluelamp.feedback.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.concern.web.FilledForm.aForm;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.bluelamp.feedback.FeedbackTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

class StaffConcernsTest extends FeedbackTest {

    private static final String LIST = "/staff/feedback";

    @BeforeEach
    void residentsHaveWritten() {
        hertfordshireIsKnown();
    }

    @Test
    void an_officer_reads_the_concerns_of_her_area_newest_first() throws Exception {
        raise("stevenage/stevenage-north", "The first");
        raise("stevenage/stevenage-north", "The second");
        assertThat(list("officer", STEVENAGE_NORTH, "").select("main ol h3").eachText())
                .containsExactly("The second", "The first");
    }

    @Test
    void an_officer_sees_nothing_of_another_area() throws Exception {
        String reference = raise("stevenage/stevenage-north", "Not for Watford");
        Document list = list("officer", TOWN_CENTRE, "?area=" + STEVENAGE_NORTH);
        assertThat(list.text()).doesNotContain("Not for Watford").contains("No concerns");
        mvc.perform(get(LIST + "/" + reference).with(as("officer", TOWN_CENTRE)))
                .andExpect(status().isForbidden());
        mvc.perform(get(LIST).param("reference", reference).with(as("officer", TOWN_CENTRE)))
                .andExpect(status().isForbidden());
        mvc.perform(post(LIST + "/" + reference)
                        .param("text", "Seen")
                        .param("token", "t")
                        .with(as("officer", TOWN_CENTRE)))
                .andExpect(status().isForbidden());
        assertThat(count("case_entry")).isZero();
    }

    @Test
    void a_right_in_a_district_holds_in_its_neighbourhoods_and_a_like_name_is_no_right() throws Exception {
        raise("stevenage/stevenage-north", "In the district");
        assertThat(list("sergeant", "hertfordshire/stevenage", "").text()).contains("In the district");
        assertThat(list("officer", "hertfordshire/stevenage/stevenage", "").text())
                .doesNotContain("In the district");
    }

    @Test
    void other_roles_and_strangers_are_refused() throws Exception {
        String reference = raise("stevenage/stevenage-north", "Private");
        for (String role : new String[] {"editor", "approver", "administrator", "operator"}) {
            mvc.perform(get(LIST).with(as(role, "hertfordshire"))).andExpect(status().isForbidden());
            mvc.perform(get(LIST + "/" + reference).with(as(role, "hertfordshire")))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get(LIST)).andExpect(status().isUnauthorized());
        mvc.perform(get(LIST + "/" + reference)).andExpect(status().isUnauthorized());
    }

    @Test
    void what_a_resident_wrote_is_shown_as_text() throws Exception {
        String reference = raise("stevenage/stevenage-north", "<img src=x onerror=alert(1)> & <b>more</b>");
        MvcResult result = mvc.perform(get(LIST + "/" + reference).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")))
                .andReturn();
        assertThat(page(result).select("main").text()).contains("<img src=x onerror=alert(1)> & <b>more</b>");
        assertThat(page(result).select("main img, main p b")).isEmpty();
        assertThat(list("officer", STEVENAGE_NORTH, "").select("main img")).isEmpty();
    }

    @Test
    void a_concern_is_noted_once_with_a_note_and_a_deed_in_the_trail() throws Exception {
        String reference = raise("stevenage/stevenage-north", "Noise");
        for (int i = 0; i < 2; i++) {
            mvc.perform(post(LIST + "/" + reference)
                            .param("text", "Patrol asked for")
                            .param("token", "one-form")
                            .with(as("officer", STEVENAGE_NORTH)))
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl(LIST + "/" + reference + (i == 0 ? "?noted" : "?noted=before")));
        }
        Document page = page(get(LIST + "/" + reference + "?noted").with(as("officer", STEVENAGE_NORTH)));
        assertThat(page.select(".govuk-tag").text()).isEqualTo("Noted");
        assertThat(page(get(LIST + "/" + reference + "?noted=before").with(as("officer", STEVENAGE_NORTH)))
                        .select(".govuk-notification-banner")
                        .text())
                .contains("We already have this note");
        assertThat(page.select("main").text()).contains("Patrol asked for").contains("Olive Marchetti");
        assertThat(count("case_entry")).isEqualTo(1);
        assertThat(jdbc.sql("select action || ' ' || staff_name from audit.deed where subject = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .list())
                .containsExactly("case.noted Olive Marchetti");
    }

    @Test
    void two_officers_who_note_at_once_both_have_their_note_kept() throws Exception {
        String reference = raise("stevenage/stevenage-north", "Noise");
        note(reference, "Hers", "her-form");
        note(reference, "His", "his-form");
        assertThat(page(get(LIST + "/" + reference).with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("Hers")
                .contains("His");
    }

    @Test
    void a_note_that_is_empty_or_too_long_comes_back_with_what_was_typed() throws Exception {
        String reference = raise("stevenage/stevenage-north", "Noise");
        mvc.perform(post(LIST + "/" + reference).param("text", " ").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent());
        Document page = page(post(LIST + "/" + reference)
                .param("text", "x".repeat(1001))
                .param("token", "kept")
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(page.select("textarea").first().wholeText()).hasSize(1001);
        assertThat(page.select("input[name=token]").val()).isEqualTo("kept");
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#text");
    }

    @Test
    void the_list_is_narrowed_by_neighbourhood_theme_and_state() throws Exception {
        String noted = raise("stevenage/stevenage-north", "Noted one");
        note(noted, "Seen", "form");
        raise("stevenage/stevenage-south", "South");
        mvc.perform(aForm().saying("Burgled").about("burglary").sentTo("stevenage/stevenage-north"));
        String district = "hertfordshire/stevenage";
        assertThat(titles(district, "?area=" + STEVENAGE_NORTH)).containsExactly("Burgled", "Noted one");
        assertThat(titles(district, "?theme=burglary")).containsExactly("Burgled");
        assertThat(titles(district, "?state=noted")).containsExactly("Noted one");
        assertThat(titles(district, "?state=new&theme=speeding")).containsExactly("South");
        assertThat(titles(district, "?area=%3Cb%3E&theme=no&state=no&page=x")).isEmpty();
    }

    @Test
    void a_long_list_comes_in_pages_that_keep_the_filter() throws Exception {
        for (int i = 1; i <= 45; i++) {
            raise("stevenage/stevenage-north", "Concern number " + i);
        }
        Document first = list("officer", STEVENAGE_NORTH, "?theme=speeding");
        assertThat(first.select("h2").eachText()).contains("45 concerns");
        assertThat(first.select("main ol h3")).hasSize(20);
        String next = first.select("a[rel=next]").attr("href");
        assertThat(next).contains("theme=speeding").contains("page=2");
        Document last = list("officer", STEVENAGE_NORTH, "?page=99");
        assertThat(last.select("main ol h3").eachText())
                .containsExactly(
                        "Concern number 5",
                        "Concern number 4",
                        "Concern number 3",
                        "Concern number 2",
                        "Concern number 1");
    }

    @Test
    void what_was_set_aside_is_out_of_the_list_and_comes_back_when_it_is_noted() throws Exception {
        String reference = reference(
                aForm().saying("A person after all").withHiddenField("autofilled"), "stevenage/stevenage-north");
        assertThat(titles(STEVENAGE_NORTH, "")).isEmpty();
        assertThat(titles(STEVENAGE_NORTH, "?state=set-aside")).containsExactly("A person after all");
        note(reference, "Real", "form");
        assertThat(titles(STEVENAGE_NORTH, "")).containsExactly("A person after all");
    }

    @Test
    void the_reference_a_resident_quotes_leads_to_the_concern() throws Exception {
        String reference = raise("stevenage/stevenage-north", "Noise");
        mvc.perform(get(LIST)
                        .param(
                                "reference",
                                reference.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(LIST + "/" + reference));
        assertThat(list("officer", STEVENAGE_NORTH, "?reference=hello")
                        .select(".govuk-error-summary a")
                        .attr("href"))
                .isEqualTo("#reference");
    }

    @Test
    void what_is_no_concern_is_not_found() throws Exception {
        mvc.perform(get(LIST + "/0000-0000").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
        mvc.perform(get(LIST + "/anything").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
    }

    private void note(String reference, String text, String token) throws Exception {
        mvc.perform(post(LIST + "/" + reference)
                        .param("text", text)
                        .param("token", token)
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
    }

    private String raise(String path, String text) throws Exception {
        return reference(aForm().saying(text), path);
    }

    private String reference(FilledForm form, String path) throws Exception {
        String there = mvc.perform(form.sentTo(path)).andReturn().getResponse().getRedirectedUrl();
        assertThat(there).isNotNull();
        return page(get(there)).select(".govuk-panel strong").text();
    }

    private java.util.List<String> titles(String area, String query) throws Exception {
        return list("officer", area, query).select("main ol h3").eachText();
    }

    private Document list(String role, String area, String query) throws Exception {
        return page(get(java.net.URI.create(LIST + query)).with(as(role, area)));
    }
}
