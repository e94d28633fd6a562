package org.bluelamp.feedback.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.cases.web.Message.aMessage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bluelamp.feedback.FeedbackTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who works on which case: taking, covering, merging, splitting, canned answers. */
class WorkingListTest extends FeedbackTest {

    private static final String LIST = "/staff/feedback/contacts";
    private static final String NORTH = "stevenage/stevenage-north";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void each_has_a_list_of_what_they_have_taken_and_the_team_one_of_everything() throws Exception {
        Sent hers = send("Hers");
        send("Nobody's");
        deed(olive(), hers, "assign", 1, "to", olivesId()).andExpect(redirectedUrl(path(hers) + "?done=assign"));
        assertThat(titles(olive(), "?whose=mine")).containsExactly("Hers");
        assertThat(titles(olive(), "?whose=nobodys")).containsExactly("Nobody's");
        assertThat(titles(olive(), "")).containsExactly("Hers", "Nobody's");
        assertThat(page(get(LIST).with(olive())).select("main ol").text())
                .contains("Olive Marchetti is dealing with it");
        assertThat(deeds(hers.reference)).containsExactly("case.assigned Olive Marchetti");
    }

    @Test
    void a_colleague_is_chosen_once_they_have_opened_the_list_and_nobody_else() throws Exception {
        Sent sent = send("A question");
        deed(olive(), sent, "assign", 1, "to", "somebody").andExpect(status().isUnprocessableContent());
        page(get(LIST).with(bram()));
        page(get(LIST).with(as("officer", TOWN_CENTRE, "Oscar")));
        String bram = id("Bram Okonjo");
        deed(olive(), sent, "assign", 1, "to", id("Oscar")).andExpect(status().isUnprocessableContent());
        assertThat(page(get(path(sent) + "/assign").with(olive()))
                        .select("label")
                        .eachText())
                .containsSequence("Nobody in particular", "Me", "Bram Okonjo");
        deed(olive(), sent, "assign", 1, "to", bram).andExpect(status().isSeeOther());
        assertThat(titles(bram(), "?whose=mine")).containsExactly("A question");
    }

    @Test
    void who_covers_has_the_cases_of_who_is_away_until_the_last_day_is_over() throws Exception {
        page(get(LIST).with(bram()));
        Sent sent = send("Olive's");
        deed(olive(), sent, "assign", 1, "to", olivesId());
        LocalDate until = LocalDate.now(clock).plusDays(2);
        mvc.perform(post("/staff/feedback/cover")
                        .param("until.day", String.valueOf(until.getDayOfMonth()))
                        .param("until.month", String.valueOf(until.getMonthValue()))
                        .param("until.year", String.valueOf(until.getYear()))
                        .param("cover", id("Bram Okonjo"))
                        .with(olive()))
                .andExpect(redirectedUrl("/staff/feedback/cover?done=away"));
        assertThat(titles(bram(), "?whose=mine")).containsExactly("Olive's");
        assertThat(page(get(LIST).with(bram())).text()).contains("You are covering for Olive Marchetti");
        assertThat(page(get(LIST).with(olive())).text()).contains("Bram Okonjo is covering your cases");
        clock.moveBy(Duration.ofDays(4));
        assertThat(titles(bram(), "?whose=mine")).isEmpty();
        assertThat(titles(olive(), "?whose=mine")).containsExactly("Olive's");
    }

    @Test
    void cover_needs_a_real_day_and_a_colleague_of_the_area() throws Exception {
        page(get(LIST).with(bram()));
        page(get(LIST).with(as("officer", TOWN_CENTRE, "Oscar")));
        Document page = page(mvc.perform(post("/staff/feedback/cover")
                        .param("until.day", "31")
                        .param("until.month", "2")
                        .param("until.year", "2027")
                        .param("cover", id("Oscar"))
                        .with(olive()))
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#until", "#cover");
        assertThat(page.select("input[name=until.day]").val()).isEqualTo("31");
        assertThat(page.select("label").text()).contains("Bram Okonjo").doesNotContain("Oscar");
        mvc.perform(get("/staff/feedback/cover")).andExpect(status().isUnauthorized());
        mvc.perform(get("/staff/feedback/cover").with(as("editor", "hertfordshire")))
                .andExpect(status().isForbidden());
    }

    @Test
    void what_is_due_within_a_day_and_what_a_supervisor_is_asked_for_is_marked_and_counted() throws Exception {
        send("First");
        clock.moveBy(Duration.ofHours(49));
        send("Second");
        Document list = page(get(LIST).with(olive()));
        assertThat(list.select("main ol .govuk-tag").eachText()).containsExactly("Due within a day", "Needs an answer");
        assertThat(list.select(".bl-figures").text()).contains("Due within a day 1", "Overdue 0");
        clock.moveBy(Duration.ofHours(24));
        list = page(get(LIST).with(olive()));
        assertThat(list.select("main ol .govuk-tag").eachText()).containsExactly("Overdue", "Needs an answer");
    }

    @Test
    void how_many_were_set_aside_is_shown_and_who_left_an_address_stands_in_the_list() throws Exception {
        mvc.perform(aMessage().withHiddenField("Viagra").sentTo(NORTH));
        mvc.perform(aMessage().reachedBy("rosa@resident.example", "").sentTo(NORTH));
        Document list = page(get(LIST).with(olive()));
        assertThat(list.text()).contains("1 set aside as spam", "the sender left an email address");
        assertThat(list.html()).doesNotContain("rosa@resident.example");
    }

    @Test
    void cases_about_the_same_are_answered_together_by_the_earlier_time_and_each_sender_reads_the_answer()
            throws Exception {
        Sent first = send("Noise at the park");
        clock.moveBy(Duration.ofHours(5));
        Sent second = send("The park is loud");
        String due = due(first);
        deed(olive(), first, "merge", 1, "to", second.reference.toLowerCase(), "text", "The same park")
                .andExpect(status().isSeeOther());
        assertThat(due(second)).isEqualTo(due);
        assertThat(titles(olive(), "")).containsExactly("The park is loud");
        assertThat(page(get(path(second)).with(olive())).text()).contains("Merged with this case");
        deed(olive(), second, "answer", 2, "text", "We patrol on Friday").andExpect(status().isSeeOther());
        assertThat(page(get(first.link)).text())
                .contains("We patrol on Friday", "answers all of you at once")
                .doesNotContain("The park is loud", "The same park");
        assertThat(page(get(second.link)).text()).contains("We patrol on Friday");
        assertThat(deeds(first.reference)).containsExactly("case.merged Olive Marchetti");
    }

    @Test
    void a_case_is_merged_with_another_waiting_one_of_the_same_team_and_with_nothing_else() throws Exception {
        Sent one = send("One");
        Sent answered = send("Answered");
        deed(olive(), answered, "answer", 1, "text", "Done");
        Sent elsewhere = sendTo("watford/town-centre", "Elsewhere");
        for (String to : List.of("", "0000-0000", one.reference, answered.reference, elsewhere.reference)) {
            Document page = page(deed(olive(), one, "merge", 1, "to", to, "text", " ")
                    .andExpect(status().isUnprocessableContent())
                    .andReturn());
            assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#to", "#text");
        }
    }

    @Test
    void what_it_can_be_merged_with_is_offered_and_any_other_is_named_by_its_reference() throws Exception {
        Sent one = send("The park is loud");
        deed(olive(), send("Answered already"), "answer", 1, "text", "Done");
        sendTo("watford/town-centre", "Elsewhere");
        assertThat(page(get(path(one) + "/merge").with(olive())).select("input[type=radio]"))
                .as("nothing to offer")
                .isEmpty();
        Sent other = send("Noise at the park");
        Document form = page(get(path(one) + "/merge").with(olive()));
        assertThat(form.select("input[type=radio]").eachAttr("value")).containsExactly(other.reference, "other");
        assertThat(form.select("label").text()).contains("Noise at the park");
        Document refused =
                page(deed(olive(), one, "merge", 1, "to", "other", "typed", "0000-0000", "text", "The same park")
                        .andExpect(status().isUnprocessableContent())
                        .andReturn());
        assertThat(refused.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#typed");
        assertThat(refused.select("#typed").val()).isEqualTo("0000-0000");
        deed(olive(), one, "merge", 1, "to", "other", "typed", other.reference, "text", "The same park")
                .andExpect(status().isSeeOther());
        assertThat(titles(olive(), "")).containsExactly("Noise at the park");
    }

    @Test
    void a_case_whose_sender_needs_no_answer_is_closed_and_counts_as_no_promise_kept_or_broken() throws Exception {
        Sent sent = send("Never mind");
        deed(olive(), sent, "close", 1, "reason", "withdrawn").andExpect(status().isSeeOther());
        assertThat(page(get(sent.link)).text()).contains("You told the team that you no longer need an answer");
        assertThat(jdbc.sql("select count(*) from case_promise where answered_at is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void danger_is_closed_as_passed_to_the_control_room_or_as_not_real_and_what_the_sender_reads_accuses_nobody()
            throws Exception {
        Sent real = send("He has a gun");
        Sent hoax = send("There is a bomb");
        assertThat(page(get(path(real) + "/close").with(olive()))
                        .select(".govuk-radios label")
                        .eachText())
                .contains("Passed to the control room", "A hoax or a threat that is not real");
        deed(olive(), real, "close", 1, "reason", "control-room").andExpect(status().isSeeOther());
        deed(olive(), hoax, "close", 1, "reason", "hoax").andExpect(status().isSeeOther());
        assertThat(page(get(real.link)).select(".govuk-inset-text").text())
                .contains("passed this to officers who respond to emergencies", "call 999");
        assertThat(page(get(hoax.link)).select(".govuk-inset-text").text())
                .contains("does not need to do anything more about it", "call 999");
        assertThat(page(get(hoax.link)).text()).doesNotContainIgnoringCase("hoax");
        assertThat(page(get(path(hoax)).with(olive())).text()).contains("A hoax or a threat that is not real");
        assertThat(count("case_promise where answered_at is not null"))
                .as("promises kept")
                .isZero();
    }

    @Test
    void danger_that_somebody_has_in_hand_says_who_has_it_until_somebody_is_needed_anew() throws Exception {
        Sent sent = send("There is a bomb");
        assertRead(sent, "Read at once", "Read it now");
        deed(bram(), sent, "note", 1, "text", "The control room knows").andExpect(status().isSeeOther());
        assertRead(sent, "Bram Okonjo has read this and left a note", "Bram Okonjo has read this and left a note.");
        deed(olive(), sent, "assign", 1, "to", olivesId()).andExpect(status().isSeeOther());
        assertRead(sent, "Olive Marchetti has this case", "Olive Marchetti has this case.");
        mvc.perform(post(sent.link).param("way", "reply").param("text", "He says he is going to kill me"))
                .andExpect(status().isSeeOther());
        assertRead(sent, "Read at once", "Read it now");
    }

    private void assertRead(Sent sent, String inList, String onPage) throws Exception {
        String item = page(get(LIST).with(olive())).select("main ol > li").text();
        String page = page(get(path(sent)).with(olive())).text();
        assertThat(item).contains(inList);
        assertThat(page).contains(onPage);
        if (!inList.equals("Read at once")) {
            assertThat(item + page).doesNotContain("Read at once", "Read it now");
        }
    }

    @Test
    void danger_that_another_team_is_handed_asks_them_to_read_it_whoever_wrote_a_note_before() throws Exception {
        Sent sent = send("There is a bomb");
        deed(olive(), sent, "note", 1, "text", "It is in Watford").andExpect(status().isSeeOther());
        deed(olive(), sent, "hand-over", 1, "to", TOWN_CENTRE, "text", "It is theirs")
                .andExpect(status().isSeeOther());
        assertThat(page(get(path(sent)).with(as("officer", TOWN_CENTRE, "Oscar")))
                        .text())
                .contains("Read it now");
    }

    @Test
    void a_part_becomes_a_case_of_its_own_that_the_sender_reads_behind_the_same_link() throws Exception {
        Sent sent = send("Noise at night. Also, who do I ask about a stall?");
        String due = due(sent);
        deed(olive(), sent, "split", 1, "text", "Who do I ask about a stall?").andExpect(status().isSeeOther());
        assertThat(titles(olive(), ""))
                .containsExactlyInAnyOrder(
                        "Noise at night. Also, who do I ask about a stall?", "Who do I ask about a stall?");
        String part = jdbc.sql("select reference from \"case\" where split_from is not null")
                .query(String.class)
                .single();
        assertThat(due(new Sent(part, ""))).isEqualTo(due);
        for (String path : List.of(path(new Sent(part, "")), path(new Sent(part, "")) + "/answer")) {
            assertThat(page(get(path).with(olive())).text())
                    .contains("What an officer split off")
                    .doesNotContain("What the sender wrote", "Came as Message");
        }
        deed(olive(), new Sent(part, ""), "answer", 1, "text", "The council lends stalls");
        assertThat(page(get(sent.link)).text()).contains(part, "The council lends stalls");
    }

    @Test
    void more_parts_than_can_be_followed_are_refused_and_the_words_are_kept() throws Exception {
        Sent sent = send("Very much at once");
        for (int part = 1; part <= 20; part++) {
            deed(olive(), sent, "split", part, "text", "Part " + part).andExpect(status().isSeeOther());
        }
        Document page = page(deed(olive(), sent, "split", 21, "text", "One more")
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary").text()).contains("This case has 20 parts");
        assertThat(page.select("textarea").text()).isEqualTo("One more");
    }

    @Test
    void a_canned_answer_is_put_after_what_was_typed_and_nothing_is_sent_yet() throws Exception {
        String id =
                canned(as("sergeant", "hertfordshire/stevenage"), "hertfordshire/stevenage", "Patrols", "We patrol.");
        canned(as("sergeant", TOWN_CENTRE), TOWN_CENTRE, "Of Watford", "Not here.");
        Sent sent = send("Noise");
        Document form = page(get(path(sent) + "/answer").with(olive()));
        assertThat(form.select("select[name=canned] option").eachText()).containsExactly("Choose one", "Patrols");
        Document filled = page(deed(olive(), sent, "answer", 1, "text", "Dear Rosa", "canned", id, "fill", "yes")
                .andExpect(status().isOk())
                .andReturn());
        assertThat(filled.select("textarea").first().wholeText()).isEqualTo("Dear Rosa\n\nWe patrol.");
        assertThat(count("case_entry")).isZero();
    }

    @Test
    void an_answer_does_not_go_out_with_the_blanks_of_a_canned_one() throws Exception {
        Sent sent = send("Cars race");
        String text = "We check the speed on [street] and [street].\nPC [name]";
        Document page = page(deed(olive(), sent, "answer", 1, "text", text)
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a[href=#text]").text())
                .isEqualTo("Before you can send it, fill in: [street], [name]");
        assertThat(page.select("textarea").first().wholeText()).isEqualTo(text);
        assertThat(count("case_entry")).isZero();
        deed(olive(), sent, "note", 1, "text", "Ask [name]").andExpect(status().isSeeOther());
    }

    @Test
    void sergeants_and_administrators_write_canned_answers_of_their_areas_and_officers_read_them() throws Exception {
        String id = canned(as("sergeant", STEVENAGE_NORTH), STEVENAGE_NORTH, "Patrols", "We <b>patrol</b>.");
        String path = "/staff/feedback/canned-answers";
        assertThat(page(get(path).with(olive())).text())
                .contains("We <b>patrol</b>.")
                .doesNotContain("Write one");
        mvc.perform(get(path + "/" + id).with(olive())).andExpect(status().isForbidden());
        mvc.perform(get(path + "/" + id).with(as("sergeant", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(path)).andExpect(status().isUnauthorized());
        mvc.perform(save(id, 0, TOWN_CENTRE, "x", "y").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(save(id, 1, "", "Patrols", "Changed").with(as("administrator", "hertfordshire")))
                .andExpect(status().isSeeOther());
        Document late = page(mvc.perform(save(id, 1, "", "Patrols", "Mine").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isConflict())
                .andReturn());
        assertThat(late.select("textarea").text()).isEqualTo("Mine");
        mvc.perform(post(path + "/" + id + "/retire").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        assertThat(page(get(path).with(olive())).text()).contains("There are none yet");
        assertThat(deeds(id)).hasSize(3);
    }

    @Test
    void the_slower_of_two_officers_sees_the_faster_ones_answer_and_keeps_her_words() throws Exception {
        Sent sent = send("When?");
        deed(bram(), sent, "answer", 1, "text", "On Friday");
        Document page = page(deed(olive(), sent, "answer", 1, "text", "On Monday")
                .andExpect(status().isConflict())
                .andReturn());
        assertThat(page.select("details").text()).contains("On Friday", "Bram Okonjo");
        assertThat(page.select("textarea").text()).isEqualTo("On Monday");
    }

    private record Sent(String reference, String link) {}

    private Sent send(String text) throws Exception {
        return sendTo(NORTH, text);
    }

    private Sent sendTo(String area, String text) throws Exception {
        String there = mvc.perform(aMessage().saying(text).sentTo(area))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return new Sent(page(get(there)).select(".govuk-panel strong").text(), there.replace("/sent", ""));
    }

    private String due(Sent sent) {
        return jdbc.sql("select due_at::text from \"case\" where reference = :reference")
                .param("reference", sent.reference)
                .query(String.class)
                .single();
    }

    private static String path(Sent sent) {
        return LIST + "/" + sent.reference;
    }

    private ResultActions deed(RequestPostProcessor who, Sent sent, String deed, long version, String... parameters)
            throws Exception {
        var request = post(path(sent) + "/" + deed).param("version", String.valueOf(version));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request.with(who));
    }

    private String canned(RequestPostProcessor who, String area, String title, String text) throws Exception {
        String id = page(get("/staff/feedback/canned-answers/new").with(who))
                .select("form[action^=/staff/feedback/canned]")
                .attr("action")
                .replaceAll(".*/", "");
        mvc.perform(save(id, 0, area, title, text).with(who)).andExpect(status().isSeeOther());
        return id;
    }

    private static MockHttpServletRequestBuilder save(String id, long version, String area, String title, String text) {
        return post("/staff/feedback/canned-answers/" + id)
                .param("version", String.valueOf(version))
                .param("area", area)
                .param("title", title)
                .param("text", text);
    }

    private List<String> titles(RequestPostProcessor who, String query) throws Exception {
        return page(get(URI.create(LIST + query)).with(who))
                .select("main ol h3")
                .eachText();
    }

    private static RequestPostProcessor olive() {
        return as("officer", STEVENAGE_NORTH);
    }

    private static RequestPostProcessor bram() {
        return as("officer", STEVENAGE_NORTH, "Bram Okonjo");
    }

    private String olivesId() throws Exception {
        page(get(LIST).with(olive()));
        return id("Olive Marchetti");
    }

    /** The id that a person's sign-in has, as it is known from their last visit. */
    private String id(String name) {
        return jdbc.sql("select staff_id from colleague where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
