package org.bluelamp.feedback.voice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Period;
import org.bluelamp.feedback.round.Plan;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class TakePartTest extends RoundScene {

    @Autowired
    private Ballot ballot;

    @Autowired
    private Voices voices;

    @Test
    void a_resident_answers_page_by_page_without_script_and_is_heard_once() throws Exception {
        Open round = open();
        String code = ballot.cards(SAM, round, 1).getFirst().value();
        Document first = page(get(address(round)));
        assertThat(first.select("legend").eachText()).containsExactly("Do you feel safe after dark?");
        Document second = page(filled(first, address(round)).param("q1", "2"));
        assertThat(second.select("label[for=q2]").text()).contains("Where not?");
        assertThat(second.select("fieldset legend").text()).contains("What should we work on?");
        Document last = page(filled(second, address(round))
                .param("q2", "The underpass")
                .param("q3-2", "1")
                .param("q4", "Thank you\nall"));
        assertThat(last.select("#code")).hasSize(1);
        assertThat(last.select("#part option").eachText()).contains("Old Town");
        mvc.perform(filled(last, address(round))
                        .param("code", code.toLowerCase())
                        .param("age", "25-34")
                        .param("part", "Old Town"))
                .andExpect(redirectedUrl("/have-your-say/rounds/" + round.id() + "/heard?verified"));
        assertThat(jdbc.sql(
                                "select coalesce(words, option || coalesce('@' || rank, '')) from voice_answer order by question")
                        .query(String.class)
                        .list())
                .containsExactly("2", "The underpass", "2@1", "Thank you\nall");
        // The same code again, from a new form.
        Document again = last(round, "1");
        MvcResult used = mvc.perform(filled(again, address(round)).param("code", code))
                .andExpect(status().isConflict())
                .andReturn();
        assertThat(page(used).select(".govuk-error-summary").text()).contains("has already been used in this round");
        assertThat(voices.count(round.id()).verified()).isOne();
        mvc.perform(filled(page(used), address(round)).param("code", ""))
                .andExpect(redirectedUrl("/have-your-say/rounds/" + round.id() + "/heard"));
        assertThat(voices.count(round.id()).unverified()).isOne();
    }

    @Test
    void who_answers_otherwise_is_asked_otherwise_and_what_no_longer_follows_is_not_kept() throws Exception {
        Open round = open();
        Document second = page(filled(page(get(address(round))), address(round)).param("q1", "2"));
        Document back =
                page(filled(second, address(round)).param("q2", "The park").param("back", "yes"));
        assertThat(back.select("input[name=q1][checked]").attr("value")).isEqualTo("2");
        assertThat(back.select("input[type=hidden][name=q2]").attr("value")).isEqualTo("The park");
        Document other = page(filled(back, address(round)).param("q1", "1"));
        assertThat(other.select("label[for=q2]")).isEmpty();
        Document last = page(filled(other, address(round)));
        mvc.perform(filled(last, address(round))).andExpect(status().isSeeOther());
        assertThat(count("voice_answer")).isOne();
    }

    @Test
    void a_mistake_is_told_beside_what_was_typed_on_the_page_where_it_is() throws Exception {
        Open round = open();
        MvcResult nothing = mvc.perform(filled(page(get(address(round))), address(round)))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(nothing).select(".govuk-error-summary a").attr("href")).isEqualTo("#q1");
        Document second = page(filled(page(get(address(round))), address(round)).param("q1", "2"));
        MvcResult twice = mvc.perform(filled(second, address(round))
                        .param("q2", "Kept")
                        .param("q3-1", "1")
                        .param("q3-2", "1"))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(twice).select(".govuk-error-summary").text()).contains("number 1 twice");
        assertThat(page(twice).select("#q2").val()).isEqualTo("Kept");
        // A later page does not help past an earlier mistake.
        mvc.perform(post(address(round)).param("page", "7").param("last", "yes"))
                .andExpect(status().isUnprocessableContent());
        assertThat(count("voice")).isZero();
    }

    @Test
    void a_code_that_is_none_is_told_and_the_answers_stay() throws Exception {
        Open round = open();
        for (String code : List.of("nonsense", "0000-0000-0000")) {
            MvcResult result = mvc.perform(
                            filled(last(round, "3"), address(round)).param("code", code))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn();
            assertThat(page(result).select("#code-error").text()).isNotEmpty();
            assertThat(page(result).select("#code").val()).isEqualTo(code);
            assertThat(page(result).select("input[type=hidden][name=q1]").attr("value"))
                    .isEqualTo("3");
        }
    }

    @Test
    void who_comes_too_late_is_told_and_gets_back_what_they_wrote() throws Exception {
        Open round = open();
        Document last = last(round, "3");
        closed(round);
        MvcResult result = mvc.perform(filled(last, address(round)).param("q4", "My own words"))
                .andExpect(status().isConflict())
                .andReturn();
        assertThat(page(result).text()).contains("has closed");
        assertThat(page(result).select("textarea").text()).contains("My own words");
        assertThat(count("voice")).isZero();
    }

    @Test
    void who_wants_to_answer_after_the_end_reads_so_at_once_whatever_a_cache_still_holds_of_the_round()
            throws Exception {
        Open round = open();
        closed(round);
        MvcResult result = mvc.perform(get(address(round)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-cache")))
                .andReturn();
        assertThat(page(result).select("main").text()).contains("It has closed").doesNotContain("your answers");
        assertThat(page(result).select("main a").eachAttr("href"))
                .contains("/have-your-say/rounds/" + round.id() + "/results");
    }

    @Test
    void who_fills_in_the_hidden_field_is_thanked_and_set_aside() throws Exception {
        Open round = open();
        mvc.perform(filled(last(round, "1"), address(round)).param("subject", "Buy"))
                .andExpect(status().isSeeOther());
        assertThat(voices.count(round.id()).setAside()).isOne();
    }

    @Test
    void cards_and_poster_are_pdf_files_that_name_the_address_and_each_card_has_a_code_of_its_own() throws Exception {
        Open round = open();
        String path = "/staff/feedback/rounds/" + round.id();
        byte[] cards = mvc.perform(post(path + "/cards").param("number", "9").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(cards)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            String text = new PDFTextStripper().getText(document);
            assertThat(Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
                            .matcher(text)
                            .results()
                            .map(MatchResult::group)
                            .distinct())
                    .hasSize(9);
            assertThat(text).contains("What now?", "Stevenage North");
        }
        assertThat(voices.count(round.id()).cards()).isEqualTo(9);
        byte[] poster = mvc.perform(get(path + "/poster").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(poster)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", ""))
                    .contains("/have-your-say/stevenage/stevenage-north/round");
        }
        mvc.perform(post(path + "/cards").param("number", "0").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_title_with_any_letters_can_be_printed() {
        byte[] pdf = new PrintedPages()
                .poster(
                        new Planned(
                                new Plan(
                                        RoundId.next(),
                                        new AreaCode(STEVENAGE_NORTH),
                                        "Łódź – “what” now? 你好 " + "x".repeat(60),
                                        "Why… ’",
                                        List.of(),
                                        new Period(today(), today()),
                                        SURVEY),
                                1),
                        new Area(new AreaCode(STEVENAGE_NORTH), AreaKind.NEIGHBOURHOOD, "Stevenage North"),
                        "https://example.police.uk/have-your-say/stevenage/stevenage-north/round");
        assertThat(pdf).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    private Document last(Open round, String first) throws Exception {
        Document second = page(filled(page(get(address(round))), address(round)).param("q1", first));
        return page(filled(second, address(round)));
    }

    private static String address(Open round) {
        return "/have-your-say/rounds/" + round.id() + "/answer";
    }

    /** The hidden fields of a page, sent as its form does. A person took their time. */
    private static MockHttpServletRequestBuilder filled(Document page, String address) {
        MockHttpServletRequestBuilder request = post(address);
        for (Element field : page.select("main form input[type=hidden]")) {
            request.param(field.attr("name"), field.attr("name").equals("opened") ? "1" : field.attr("value"));
        }
        return request;
    }
}
