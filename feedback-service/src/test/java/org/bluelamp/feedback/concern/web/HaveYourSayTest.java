package org.bluelamp.feedback.concern.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.concern.web.FilledForm.aForm;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bluelamp.feedback.FeedbackTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MvcResult;

@ExtendWith(OutputCaptureExtension.class)
class HaveYourSayTest extends FeedbackTest {

    private static final String NORTH = "stevenage/stevenage-north";
    private static final String FORM = "/have-your-say/" + NORTH;

    @Test
    void a_resident_finds_her_neighbourhood_under_its_district() throws Exception {
        hertfordshireIsKnown();
        Document page = page(get("/have-your-say"));
        assertThat(page.select("h3").eachText()).containsExactly("Stevenage", "Watford");
        assertThat(page.select("section[aria-labelledby=stevenage] a").eachAttr("href"))
                .containsExactly(
                        "/have-your-say/stevenage/stevenage-north", "/have-your-say/stevenage/stevenage-south");
    }

    @Test
    void an_address_cut_off_after_the_district_leads_to_the_district_in_the_list() throws Exception {
        hertfordshireIsKnown();
        mvc.perform(get("/have-your-say/watford"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/have-your-say#watford"));
    }

    @Test
    void emergencies_crimes_and_council_matters_are_sent_elsewhere_before_the_form() throws Exception {
        hertfordshireIsKnown();
        Document page = page(get(FORM));
        String before = page.body().html().split("<form action=\"" + FORM)[0];
        assertThat(before)
                .contains(
                        "tel:999",
                        "tel:101",
                        "0800 555 111",
                        "https://www.police.uk/",
                        "https://www.gov.uk/find-local-council");
    }

    @Test
    void the_form_says_who_reads_it() throws Exception {
        hertfordshireIsKnown();
        assertThat(page(get(FORM)).text())
                .contains("Stevenage North Neighbourhood Policing Team reads everything sent from this page")
                .contains("led by Sergeant Asha Lindqvist");
        assertThat(page(get("/have-your-say/watford/town-centre")).text())
                .contains("Your neighbourhood policing team reads everything sent from this page");
    }

    @Test
    void a_concern_is_kept_as_typed_and_the_resident_gets_its_reference() throws Exception {
        hertfordshireIsKnown();
        String typed = "  <script>alert('x')</script> & \"noise\"\r\n\r\nشارع 🚲 it's bad  ";
        String there = send(aForm().saying(typed).about("speeding", "e-scooters"));
        Document thanks = page(get(there));
        String reference =
                jdbc.sql("select reference from concern").query(String.class).single();
        assertThat(thanks.select(".govuk-panel").text()).contains(reference);
        assertThat(jdbc.sql("select text from concern").query(String.class).single())
                .isEqualTo(typed.replace("\r\n", "\n"));
        assertThat(jdbc.sql("select theme_code from concern_theme order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("e-scooters", "speeding");
    }

    @Test
    void an_address_that_is_none_comes_back_with_all_that_was_typed() throws Exception {
        hertfordshireIsKnown();
        Document page = page(
                mvc.perform(aForm().saying("Noise").reachedBy("rosa(at)example").sentTo(NORTH))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#mail");
        assertThat(page.select("#mail").val()).isEqualTo("rosa(at)example");
        assertThat(page.select("textarea[name=text]").text()).isEqualTo("Noise");
        assertThat(count("concern")).isZero();
    }

    @Test
    void what_is_missing_is_said_at_the_top_and_at_the_field_and_nothing_typed_is_lost() throws Exception {
        hertfordshireIsKnown();
        String typed = "</textarea><b>It</b> is \"loud\" & late";
        MvcResult result = mvc.perform(aForm().saying(typed)
                        .about()
                        .affecting("")
                        .at("The \"Green\"")
                        .sentTo(NORTH))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        Document page = page(result);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#themes", "#effect");
        assertThat(page.select("#themes, #effect")).hasSize(2);
        assertThat(page.select("textarea[name=text]").first().wholeText()).isEqualTo(typed);
        assertThat(page.select("input[name=place]").val()).isEqualTo("The \"Green\"");
        assertThat(page.select("main a").eachAttr("href"))
                .as("whom to call instead is still there")
                .contains("tel:999", "tel:101");
        assertThat(result.getResponse().getContentAsString(UTF_8)).doesNotContain("<b>It</b>");
        assertThat(count("concern")).isZero();
    }

    @Test
    void a_form_with_a_mistake_keeps_its_ticks_its_token_and_its_time() throws Exception {
        hertfordshireIsKnown();
        FilledForm form = aForm().about("burglary", "e-scooters").saying("");
        Document page = page(form.sentTo(NORTH));
        assertThat(page.select("input[name=themes][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("burglary", "e-scooters");
        assertThat(page.select("input[name=effect][checked]").val()).isEqualTo("a-lot");
        assertThat(page.select("input[name=token]").val()).isEqualTo(form.token());
        assertThat(page.select("input[name=opened]").val())
                .isEqualTo(String.valueOf(form.opened().getEpochSecond()));
    }

    @Test
    void a_text_that_is_too_long_comes_back_whole() throws Exception {
        hertfordshireIsKnown();
        String typed = "No end of trouble. ".repeat(500);
        Document page = page(aForm().saying(typed).sentTo(NORTH));
        assertThat(page.select(".govuk-error-summary").text()).contains("You have used 9,500");
        assertThat(page.select("textarea[name=text]").first().wholeText()).isEqualTo(typed);
    }

    @Test
    void a_button_pressed_twice_makes_one_concern() throws Exception {
        hertfordshireIsKnown();
        FilledForm form = aForm();
        String first = send(form);
        assertThat(first).endsWith("/sent");
        assertThat(send(form)).isEqualTo(first + "?before=yes");
        assertThat(count("concern")).isEqualTo(1);
    }

    @Test
    void a_form_sent_ten_times_at_once_makes_one_concern() throws Exception {
        hertfordshireIsKnown();
        FilledForm form = aForm();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> places =
                    threads
                            .invokeAll(Stream.<Callable<String>>generate(() -> () -> send(form))
                                    .limit(10)
                                    .toList())
                            .stream()
                            .map(future -> future.resultNow().replace("?before=yes", ""))
                            .distinct()
                            .toList();
            assertThat(places).hasSize(1);
        }
        assertThat(count("concern")).isEqualTo(1);
    }

    @Test
    void going_back_and_writing_something_else_makes_a_second_concern() throws Exception {
        hertfordshireIsKnown();
        FilledForm form = aForm();
        assertThat(send(form)).isNotEqualTo(send(form.saying("And another thing")));
        assertThat(count("concern")).isEqualTo(2);
    }

    @Test
    void every_form_has_a_token_of_its_own_and_may_not_be_cached_for_others() throws Exception {
        hertfordshireIsKnown();
        String first = page(get(FORM)).select("input[name=token]").val();
        String second = page(get(FORM)).select("input[name=token]").val();
        assertThat(first).isNotEmpty().isNotEqualTo(second);
        mvc.perform(get(FORM)).andExpect(header().string("Cache-Control", "no-cache, private"));
    }

    @Test
    void what_a_program_seems_to_have_written_is_thanked_for_and_set_aside() throws Exception {
        hertfordshireIsKnown();
        send(aForm().withHiddenField("cheap watches"));
        send(aForm().opened(Instant.now()));
        assertThat(jdbc.sql("select set_aside from concern order by id")
                        .query(String.class)
                        .list())
                .containsExactly("honeypot", "too-fast");
    }

    @Test
    void an_unknown_neighbourhood_is_answered_with_the_ones_that_are_known() throws Exception {
        hertfordshireIsKnown();
        MvcResult result = mvc.perform(get("/have-your-say/stevenage/nowhere"))
                .andExpect(status().isNotFound())
                .andReturn();
        assertThat(page(result).select("main a").eachAttr("href")).contains(FORM, "/your-area");
    }

    @Test
    void before_the_neighbourhoods_have_arrived_the_page_says_so() throws Exception {
        MvcResult result = mvc.perform(get(FORM))
                .andExpect(status().isServiceUnavailable())
                .andReturn();
        assertThat(page(result).text()).contains("Try again in a minute").contains("101");
        assertThat(page(get("/have-your-say")).text()).contains("Try again in a minute");
    }

    @Test
    void what_was_written_for_an_unknown_neighbourhood_is_given_back() throws Exception {
        String typed = "\nA <long> text & nowhere to put it";
        MvcResult result = mvc.perform(aForm().saying(typed).sentTo("stevenage/nowhere"))
                .andExpect(status().isServiceUnavailable())
                .andReturn();
        assertThat(page(result).select("textarea").first().wholeText()).contains("A <long> text & nowhere to put it");
    }

    @Test
    void nothing_a_resident_writes_reaches_a_log(CapturedOutput output) throws Exception {
        hertfordshireIsKnown();
        send(aForm().saying("xylophone-in-the-text").at("xylophone-in-the-place"));
        mvc.perform(aForm().saying("xylophone ".repeat(300))
                .about("none-such")
                .affecting("xylophone")
                .sentTo(NORTH));
        mvc.perform(aForm().saying("xylophone").sentTo("stevenage/nowhere"));
        assertThat(output.getAll()).doesNotContain("xylophone");
    }

    @Test
    void a_concern_leaves_no_event() throws Exception {
        hertfordshireIsKnown();
        int before = count("messaging.outbox");
        send(aForm());
        assertThat(count("messaging.outbox")).isEqualTo(before);
    }

    private String send(FilledForm form) throws Exception {
        String there = mvc.perform(form.sentTo(NORTH))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).matches("/have-your-say/my-message/[A-Za-z0-9_-]{43}/sent(\\?before=yes)?");
        return there;
    }
}
