package org.bluelamp.feedback.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.service.area.AreaCode;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class SupportTest extends RoundScene {

    private static final String NORTH = "stevenage/stevenage-north";
    private static final String FORM = "/have-your-say/" + NORTH;
    private static final String SAID = FORM + "/said";
    private static final Matcher<String> RECEIPT =
            Matchers.matchesPattern("/have-your-say/my-message/[A-Za-z0-9_-]{43}/sent(\\?before=yes)?");
    private static final AreaCode AREA = new AreaCode(STEVENAGE_NORTH);

    @Autowired
    private Ballot ballot;

    @Autowired
    private Supports supports;

    @Autowired
    private Supporting supporting;

    @Autowired
    private ForgottenSupporters forgotten;

    @Test
    void what_is_alike_and_shown_is_offered_before_anything_is_sent_and_her_words_go_on_unchanged() throws Exception {
        String alike = shown("Cars are racing past the school gates in the mornings");
        shown("Mopeds ridden on the footpath behind the shops");
        concern("Cars race past a school, and nobody has let this one out");
        int before = count("concern");
        String typed = "  Racing cars \"at\" the school </textarea><b>شارع</b> 🚲\r\nevery morning  ";
        Document step = page(form(typed));
        assertThat(step.select("h1").text()).isEqualTo("Has a neighbour already told us?");
        assertThat(step.select("input[name=choice]").eachAttr("value")).containsExactly("c-" + alike, "own");
        assertThat(step.html()).doesNotContain("<b>شارع</b>");
        assertThat(count("concern")).isEqualTo(before);

        mvc.perform(sent(step).param("choice", "own")).andExpect(status().isSeeOther());
        assertThat(newest("text")).isEqualTo(typed.replace("\r\n", "\n"));
        assertThat(count("support")).isZero();
    }

    @Test
    void nothing_alike_nothing_of_another_theme_and_nothing_of_another_neighbourhood_stands_in_the_way()
            throws Exception {
        shown("Cars are racing past the school gates in the mornings");
        for (MockHttpServletRequestBuilder other : List.of(
                form("Somebody dumps mattresses behind the garages"),
                post("/have-your-say/watford/town-centre")
                        .param("themes", "speeding")
                        .param("text", "Racing cars at the school every morning")
                        .param("effect", "some")
                        .param("opened", "1")
                        .param("token", UUID.randomUUID().toString()),
                form("ب ت 🚲 🚲"),
                post(FORM)
                        .param("themes", "burglary")
                        .param("text", "Racing cars at the school every morning")
                        .param("effect", "some")
                        .param("opened", "1")
                        .param("token", UUID.randomUUID().toString()))) {
            mvc.perform(other).andExpect(status().isSeeOther());
        }
    }

    @Test
    void choosing_nothing_is_a_mistake_that_loses_nothing_and_one_can_go_back_to_change_the_words() throws Exception {
        shown("Cars are racing past the school gates in the mornings");
        Document step = page(form("Racing cars at the school"));
        MvcResult wrong = mvc.perform(sent(step))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(wrong).select(".govuk-error-summary a").attr("href")).isEqualTo("#choice");
        assertThat(page(wrong).select("input[name=text]").val()).isEqualTo("Racing cars at the school");
        Document back = page(sent(page(wrong)).param("step", "edit"));
        assertThat(back.select("textarea[name=text]").text()).isEqualTo("Racing cars at the school");
        assertThat(back.select("input[name=themes][checked]").val()).isEqualTo("speeding");
        assertThat(back.select("input[name=token]").val())
                .isEqualTo(step.select("input[name=token]").val());
    }

    @Test
    void without_a_code_her_words_are_a_concern_of_their_own_tied_to_it_and_counted_apart() throws Exception {
        String alike = shown("Cars are racing past the school gates in the mornings");
        Document step = page(form("Racing cars at the school"));
        for (int pressed = 0; pressed < 2; pressed++) {
            mvc.perform(sent(step).param("choice", "c-" + alike))
                    .andExpect(status().isSeeOther())
                    .andExpect(header().string("Location", RECEIPT));
        }
        assertThat(backing(alike)).isEqualTo(new Backing(0, 1));
        Document read = page(get("/staff/feedback/" + alike).with(as("officer", STEVENAGE_NORTH)));
        assertThat(read.select("main").text()).contains("1 person without a code supports it");
        Document own = page(get("/staff/feedback/" + newest("reference")).with(as("officer", STEVENAGE_NORTH)));
        assertThat(own.select("main a").eachAttr("href")).contains("/staff/feedback/" + alike);
        assertThat(page(get(SAID)).text()).contains("1 person without a code supports it");
    }

    @Test
    void what_a_program_seems_to_have_written_is_not_asked_and_counts_for_nobody() throws Exception {
        String alike = shown("Cars are racing past the school gates in the mornings");
        mvc.perform(form("Racing cars at the school").param("subject", "cheap watches"))
                .andExpect(status().isSeeOther());
        mvc.perform(form("Racing cars at the school again")
                        .param("subject", "cheap watches")
                        .param("choice", "c-" + alike))
                .andExpect(status().isSeeOther());
        assertThat(backing(alike)).isEqualTo(new Backing(0, 0));
    }

    @Test
    void with_a_code_support_counts_once_and_a_second_use_is_told_and_keeps_nothing() throws Exception {
        Open round = open();
        String code = ballot.cards(SAM, round, 1).getFirst().value();
        String alike = shown("Cars are racing past the school gates in the mornings");
        assertThat(page(get(SAID + "/c-" + alike)).select("main").text())
                .contains("we email codes to people who have followed", "You can have your say without a code too");
        int before = count("concern");
        Document step = page(form("Racing cars at the school"));
        for (int pressed = 0; pressed < 2; pressed++) {
            mvc.perform(sent(step).param("choice", "c-" + alike).param("code", code.toLowerCase()))
                    .andExpect(redirectedUrl(SAID + "/c-" + alike + "/thanks"));
        }
        assertThat(page(get(SAID + "/c-" + alike + "/thanks")).text()).contains("1 person with a code supports it");
        assertThat(backing(alike)).isEqualTo(new Backing(1, 0));
        assertThat(count("concern")).as("her words were not sent").isEqualTo(before);

        Document again = page(form("Racing cars at the school, still"));
        MvcResult used = mvc.perform(sent(again).param("choice", "c-" + alike).param("code", code))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(used).select(".govuk-error-summary").text()).contains("has already been used to support this");
        assertThat(page(used).select("input[name=text]").val()).isEqualTo("Racing cars at the school, still");
        for (String wrong : List.of("7K3M-Q9TF-22VX", "rubbish")) {
            mvc.perform(sent(again).param("choice", "c-" + alike).param("code", wrong))
                    .andExpect(status().isUnprocessableContent());
        }
        assertThat(backing(alike)).isEqualTo(new Backing(1, 0));
        mvc.perform(sent(page(used)).param("choice", "c-" + alike)).andExpect(status().isSeeOther());
        assertThat(backing(alike)).isEqualTo(new Backing(1, 1));
    }

    @Test
    void many_who_support_with_one_code_at_the_same_moment_count_once() throws Exception {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        String alike = shown("Cars are racing past the school gates in the mornings");
        Cause cause = new Cause.OfConcern(new Reference(alike));
        try (ExecutorService rivals = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Given> given = rivals
                    .invokeAll(Stream.<Callable<Given>>generate(() -> () -> supporting.withCode(
                                    AREA, cause, code, UUID.randomUUID().toString()))
                            .limit(8)
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(given).containsOnlyOnce(Given.COUNTED).contains(Given.USED_CODE);
        }
        assertThat(backing(alike)).isEqualTo(new Backing(1, 0));
        assertThat(count("support")).isOne();
    }

    @Test
    void a_code_counts_no_more_once_the_round_has_closed_and_that_is_said() throws Exception {
        Open round = open();
        String code = ballot.cards(SAM, round, 1).getFirst().value();
        String alike = shown("Cars are racing past the school gates in the mornings");
        Document page = page(get(SAID + "/c-" + alike));
        assertThat(page.select("input[name=code]")).hasSize(1);
        closed(round);
        MvcResult late = mvc.perform(post(SAID + "/c-" + alike).param("code", code))
                .andExpect(status().isConflict())
                .andReturn();
        assertThat(page(late).text()).contains("The round has closed");
        Document step = page(form("Racing cars at the school"));
        assertThat(step.select("input[name=code]")).isEmpty();
        mvc.perform(sent(step).param("choice", "c-" + alike).param("code", code))
                .andExpect(status().isUnprocessableContent());
        assertThat(backing(alike)).isEqualTo(new Backing(0, 0));
    }

    @Test
    void one_code_supports_several_things_and_a_dump_ties_none_of_them_to_another_to_an_answer_or_to_an_address()
            throws Exception {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        List<String> both = List.of(
                shown("Cars are racing past the school gates in the mornings"),
                shown("Mopeds ridden on the footpath behind the shops"));
        for (String one : both) {
            mvc.perform(post(SAID + "/c-" + one).param("code", code.value()))
                    .andExpect(redirectedUrl(SAID + "/c-" + one + "/thanks"));
        }
        assertThat(jdbc.sql("""
                        select count(distinct once) filter (where own_concern_id is null)
                          from support s
                         where not exists (select from voice_code v where v.code_hash = s.once)""").query(Integer.class).single()).isEqualTo(2);
        assertThat(jdbc.sql("""
                        select column_name
                          from information_schema.columns
                         where table_name = 'support' and data_type in ('timestamp with time zone', 'bigint', 'integer')
                           and column_name not in ('concern_id', 'own_concern_id')""").query(String.class).list())
                .as("columns by which rows could be put in the order of their arrival")
                .isEmpty();

        closed(round);
        forgotten.deleteExpired(clock.instant().plus(Duration.ofDays(27)), 100);
        assertThat(count("support where once is not null")).isEqualTo(2);
        forgotten.deleteExpired(clock.instant().plus(Duration.ofDays(29)), 100);
        assertThat(count("support where once is not null")).isZero();
        assertThat(backing(both.getFirst())).isEqualTo(new Backing(1, 0));
    }

    @Test
    void a_current_priority_is_offered_and_supported_too() throws Exception {
        Open round = open();
        String code = ballot.cards(SAM, round, 1).getFirst().value();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into priority (id, area_code, place, issue, why, status, set_on, evidence, version,
                                              changed_by_id, changed_by_name, changed_at)
                        values (:id, :area, 1, 'Speeding near schools', 'Cars race in the morning', 'open',
                                current_date, 0, 1, 'sam', 'Sam', now())""").param("id", id).param("area", STEVENAGE_NORTH).update();
        Document step = page(form("Racing cars at the school"));
        assertThat(step.select("input[name=choice]").first().val()).isEqualTo("p-" + id);
        mvc.perform(sent(step).param("choice", "p-" + id).param("code", code))
                .andExpect(redirectedUrl(SAID + "/p-" + id + "/thanks"));
        mvc.perform(sent(step).param("choice", "p-" + id)).andExpect(status().isSeeOther());
        assertThat(page(get(SAID)).select("#priorities + ul").text())
                .contains("1 person with a code supports it, and 1 without one");
    }

    @Test
    void a_priority_shows_how_many_support_it_and_each_concern_that_led_to_it_of_those_that_are_shown()
            throws Exception {
        Open round = open();
        List<VoiceCode> codes = ballot.cards(SAM, round, 2);
        String alike = shown("Cars are racing <b>past</b> the school gates in the mornings");
        String other = shown("Mopeds on the footpath behind the shops");
        String hidden = concern("A xylophone at night, and nobody has let this one out");
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into priority (id, area_code, place, issue, why, status, set_on, evidence, version,
                                              changed_by_id, changed_by_name, changed_at)
                        values (:id, :area, 1, 'Speeding', 'You told us', 'open', current_date, 3, 1, 'sam', 'Sam',
                                now())""").param("id", id).param("area", STEVENAGE_NORTH).update();
        String page = "/you-said-we-did/" + NORTH;
        assertThat(page(get(page)).text()).contains("No support yet. This is mine too: Speeding");
        jdbc.sql("insert into priority_concern (priority_id, concern_id) select :id, id from concern")
                .param("id", id)
                .update();
        for (VoiceCode code : codes) {
            mvc.perform(post(SAID + "/c-" + alike).param("code", code.value())).andExpect(status().isSeeOther());
        }
        mvc.perform(post(SAID + "/p-" + id).param("code", codes.getFirst().value()))
                .andExpect(status().isSeeOther());
        for (String address : List.of(page, SAID + "/p-" + id)) {
            Document read = page(get(address));
            assertThat(read.select("main .bl-roomy a").eachAttr("href"))
                    .containsExactly(SAID + "/c-" + alike, SAID + "/c-" + other);
            assertThat(read.text())
                    .contains(
                            "racing <b>past</b> the school gates in the mornings 2 people with a code support it",
                            "behind the shops No support yet",
                            "1 person with a code supports it")
                    .doesNotContain("xylophone", hidden);
        }
        jdbc.sql("update concern set public_text = null, public_at = null where reference = :reference")
                .param("reference", alike)
                .update();
        jdbc.sql("update priority set place = null, status = 'completed', outcome = 'Half', ended_on = current_date")
                .update();
        Document ended = page(get(page));
        assertThat(ended.text())
                .contains("Earlier priorities", "behind the shops", "1 person with a code supports it")
                .doesNotContain("school gates", "This is mine too");
    }

    @Test
    void what_is_hidden_again_can_no_longer_be_supported_and_unknown_addresses_say_where_to_go() throws Exception {
        String alike = shown("Cars are racing past the school gates in the mornings");
        jdbc.sql("update concern set public_text = null, public_at = null").update();
        for (String cause : List.of("c-" + alike, "c-nonsense", "p-nonsense", "x", "p-" + UUID.randomUUID())) {
            mvc.perform(get(SAID + "/" + cause)).andExpect(status().isNotFound());
            mvc.perform(post(SAID + "/" + cause).param("code", "7K3M-Q9TF-22VX"))
                    .andExpect(status().isNotFound());
        }
        assertThat(page(get(SAID)).text()).contains("No concerns have been published yet");
        mvc.perform(get("/have-your-say/stevenage/nowhere/said")).andExpect(status().isNotFound());
        mvc.perform(form("Racing cars").param("choice", "c-" + alike)).andExpect(status().isSeeOther());
        assertThat(count("support")).isZero();
    }

    @Test
    void staff_and_everybody_read_first_what_most_people_support() throws Exception {
        Open round = open();
        String older = shown("Cars are racing past the school gates in the mornings");
        String newer = shown("Mopeds ridden on the footpath behind the shops");
        for (VoiceCode code : ballot.cards(SAM, round, 2)) {
            mvc.perform(post(SAID + "/c-" + older).param("code", code.value()));
        }
        assertThat(hrefs(page(get("/staff/feedback").with(as("officer", STEVENAGE_NORTH)))))
                .containsExactly("/staff/feedback/" + newer, "/staff/feedback/" + older);
        Document supported = page(get("/staff/feedback?order=supported").with(as("officer", STEVENAGE_NORTH)));
        assertThat(hrefs(supported)).containsExactly("/staff/feedback/" + older, "/staff/feedback/" + newer);
        assertThat(supported.select("main").text()).contains("2 people with a code support it");
        assertThat(page(get(SAID + "?order=supported"))
                        .select("#concerns ~ ul li")
                        .first()
                        .text())
                .contains("school gates");
    }

    @Test
    void who_means_the_same_and_has_no_code_is_led_to_the_form_which_says_so() throws Exception {
        String alike = shown("Cars are racing </textarea> past the school gates");
        Document support = page(get(SAID + "/c-" + alike));
        Document form = page(get(support.select("main a.govuk-button").attr("href")));
        assertThat(form.select("input[name=choice]").val()).isEqualTo("c-" + alike);
        assertThat(form.select("main .govuk-inset-text").text())
                .contains("will count as support", "racing </textarea>");
        mvc.perform(form("Here too").param("choice", "c-" + alike)).andExpect(status().isSeeOther());
        assertThat(backing(alike)).isEqualTo(new Backing(0, 1));
    }

    @Test
    void programs_read_the_same_and_support_it_with_a_code_by_the_same_rules() throws Exception {
        Open round = open();
        String code = ballot.cards(SAM, round, 1).getFirst().value();
        String alike = shown("Cars are racing past the school gates in the mornings");
        String other = shown("Mopeds ridden on the footpath behind the shops");
        concern("Nobody has let this one out");
        mvc.perform(get("/api/v1/feedback/said?area=" + STEVENAGE_NORTH))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("max-age=60")))
                .andExpect(jsonPath("$.concerns[*].code", Matchers.contains("c-" + other, "c-" + alike)))
                .andExpect(jsonPath("$.concerns[0].supporters").value(0))
                .andExpect(jsonPath("$.more").value(false));
        for (int sent = 0; sent < 2; sent++) {
            program("one", STEVENAGE_NORTH, "c-" + alike, code)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.supporters").value(1));
        }
        assertThat(backing(alike)).isEqualTo(new Backing(1, 0));
        mvc.perform(get("/api/v1/feedback/said?order=supported&area=" + STEVENAGE_NORTH))
                .andExpect(jsonPath("$.concerns[0].code").value("c-" + alike));
        program("two", STEVENAGE_NORTH, "c-" + alike, code)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors[0].field").value("code"));
        program("three", STEVENAGE_NORTH, "c-" + other, "7K3M-Q9TF-22VX")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("code"));
        program("four", STEVENAGE_NORTH, "c-0000-0000", "rubbish")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", Matchers.contains("supports", "code")));
        program("five", TOWN_CENTRE, "c-" + other, code).andExpect(status().isUnprocessableContent());
        program("six", "hertfordshire", "c-" + other, code)
                .andExpect(jsonPath("$.errors[0].field").value("area"));
        program(" ", STEVENAGE_NORTH, "c-" + other, code).andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/feedback/said")).andExpect(status().isUnprocessableContent());
        closed(round);
        program("seven", STEVENAGE_NORTH, "c-" + other, code).andExpect(status().isConflict());
        assertThat(backing(other)).isEqualTo(new Backing(0, 0));
        assertThat(count("support")).isOne();
    }

    @Test
    void a_key_that_comes_again_with_somebody_elses_code_is_refused_rather_than_said_to_count() throws Exception {
        Open round = open();
        List<VoiceCode> codes = ballot.cards(SAM, round, 2);
        String alike = shown("Cars are racing past the school gates in the mornings");
        program("one", STEVENAGE_NORTH, "c-" + alike, codes.getFirst().value()).andExpect(status().isOk());
        program("one", STEVENAGE_NORTH, "c-" + alike, codes.getLast().value())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        program("two", STEVENAGE_NORTH, "c-" + alike, codes.getLast().value()).andExpect(status().isOk());
        assertThat(backing(alike)).isEqualTo(new Backing(2, 0));
    }

    private ResultActions program(String key, String area, String supports, String code) throws Exception {
        return mvc.perform(post("/api/v1/feedback/supports")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"area\": \"%s\", \"supports\": \"%s\", \"code\": \"%s\"}".formatted(area, supports, code)));
    }

    private Backing backing(String reference) {
        return supports.find(AREA, new Cause.OfConcern(new Reference(reference)))
                .orElseThrow()
                .backing();
    }

    private static List<String> hrefs(Document list) {
        return list.select("main ol h3 a").eachAttr("href");
    }

    private String newest(String column) {
        return jdbc.sql("select " + column + " from concern order by id desc limit 1")
                .query(String.class)
                .single();
    }

    /** A concern about speeding that a person has let out. */
    private String shown(String text) throws Exception {
        String reference = concern(text);
        jdbc.sql("update concern set public_text = text, public_at = now() where reference = :reference")
                .param("reference", reference)
                .update();
        return reference;
    }

    private String concern(String text) throws Exception {
        mvc.perform(form(text).param("choice", "own")).andExpect(status().isSeeOther());
        return newest("reference");
    }

    private static MockHttpServletRequestBuilder form(String text) {
        return post(FORM)
                .param("themes", "speeding")
                .param("text", text)
                .param("effect", "some")
                .param("opened", "1")
                .param("token", UUID.randomUUID().toString());
    }

    /** The form of a page with what it holds. */
    private static MockHttpServletRequestBuilder sent(Document page) {
        MockHttpServletRequestBuilder request = post(FORM);
        for (Element field : page.select("main form input[type=hidden]")) {
            request.param(field.attr("name"), field.val());
        }
        return request;
    }
}
