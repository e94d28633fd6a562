package org.bluelamp.feedback.following.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.cases.web.Message.aMessage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.bluelamp.feedback.FeedbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each of several senders reads whose cases are answered together: what concerns them all, and no more. */
class TogetherTest extends FeedbackTest {

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void what_one_was_told_before_somebody_elses_case_joined_stays_with_the_one() throws Exception {
        Sent one = send("Noise at the park");
        staff(one, "answer", "text", "Dear Mrs Jones, I will come to 12 Oak Road");
        write(one, "Nobody came to 12 Oak Road");
        Sent joined = send("The park is loud");
        merge(joined, one);
        assertThat(read(joined)).doesNotContain("Oak Road", "Mrs Jones");
        staff(one, "answer", "text", "We patrol on Friday");
        write(one, "Come to 12 Oak Road on Saturday as well");
        assertThat(read(joined)).contains("We patrol on Friday").doesNotContain("Oak Road", "Mrs Jones");
        assertThat(read(one)).contains("Dear Mrs Jones", "We patrol on Friday").doesNotContain("The park is loud");
    }

    @Test
    void each_of_a_chain_reads_what_was_answered_since_it_joined() throws Exception {
        Sent last = send("Noise at the park");
        staff(last, "answer", "text", "Dear Mrs Jones");
        write(last, "It goes on");
        Sent middle = send("The park is loud");
        staff(middle, "answer", "text", "Dear Mr Singh");
        write(middle, "It is as loud as ever");
        Sent first = send("Shouting in the park");
        merge(first, middle);
        staff(middle, "answer", "text", "We patrol on Friday");
        write(middle, "They were back on Saturday");
        merge(middle, last);
        assertThat(read(first)).contains("We patrol on Friday").doesNotContain("Dear Mr Singh", "Dear Mrs Jones");
        assertThat(read(middle))
                .contains("Dear Mr Singh", "We patrol on Friday")
                .doesNotContain("Dear Mrs Jones");
        staff(last, "answer", "text", "The gate is locked at night");
        for (Sent reader : new Sent[] {first, middle, last}) {
            assertThat(read(reader)).contains("The gate is locked at night");
        }
        assertThat(read(last)).doesNotContain("We patrol on Friday", "Dear Mr Singh", "They were back on Saturday");
    }

    @Test
    void who_asks_again_has_an_answer_of_their_own_and_keeps_those_they_had() throws Exception {
        Sent one = send("Noise at the park");
        Sent joined = send("The park is loud");
        merge(joined, one);
        staff(one, "answer", "text", "We patrol on Friday");
        write(joined, "It is about the car park at 3 Elm Street");
        write(one, "You promised me to come to 12 Oak Road");
        staff(one, "answer", "text", "Dear Mrs Jones, I come to 12 Oak Road on Monday");
        staff(joined, "answer", "text", "Dear Mr Singh, the car park is closed at night");
        assertThat(read(joined))
                .contains("We patrol on Friday", "Dear Mr Singh")
                .doesNotContain("Oak Road");
        assertThat(read(one)).contains("Dear Mrs Jones").doesNotContain("Elm Street", "Dear Mr Singh");
        write(joined, "It is open again");
        Sent other = send("Cars in the park");
        merge(joined, other);
        staff(other, "answer", "text", "A barrier is built");
        assertThat(read(joined))
                .contains("We patrol on Friday", "Dear Mr Singh", "A barrier is built")
                .doesNotContain("Oak Road");
    }

    @Test
    void who_joined_another_waits_with_them_until_there_is_an_answer() throws Exception {
        Sent one = send("Noise at the park");
        staff(one, "answer", "text", "Dear Mrs Jones");
        write(one, "It goes on");
        Sent joined = send("The park is loud");
        merge(joined, one);
        assertThat(state(joined)).isEqualTo("Waiting for an answer, together with others who told us the same");
        clock.moveBy(Duration.ofHours(73));
        assertThat(state(joined)).isEqualTo("The answer is overdue");
        assertThat(read(joined)).contains("we have not kept that promise");
        staff(one, "answer", "text", "We patrol on Friday");
        assertThat(state(joined)).isEqualTo("Answered");
        write(one, "And on Saturday?");
        assertThat(state(joined)).isEqualTo("Answered");
    }

    @Test
    void who_joined_another_that_is_closed_without_a_word_is_told_to_write_again() throws Exception {
        Sent one = send("Noise at the park");
        Sent joined = send("The park is loud");
        merge(joined, one);
        staff(one, "close", "reason", "withdrawn");
        assertThat(state(joined)).isEqualTo("Closed");
        assertThat(read(joined))
                .contains("If you still need an answer, write again below")
                .doesNotContain("no longer need an answer");
    }

    @Test
    void a_merge_may_bring_the_answer_forward_but_changes_nothing_that_happened() throws Exception {
        Sent earlier = send("The park is loud");
        clock.moveBy(Duration.ofHours(2));
        Sent one = send("Noise at the park");
        staff(one, "answer", "text", "Dear Mrs Jones");
        clock.moveBy(Duration.ofHours(1));
        write(one, "It goes on");
        String asked = fact(one, "Asked again");
        String due = fact(earlier, "Answer due");
        merge(earlier, one);
        assertThat(fact(one, "Asked again")).isEqualTo(asked);
        assertThat(fact(one, "Answer due")).isEqualTo(due);
    }

    @Test
    void a_part_may_be_merged_back_when_the_whole_was_answered_and_asked_again() throws Exception {
        Sent whole = send("Noise at night. Also, who do I ask about a stall?");
        staff(whole, "split", "text", "Who do I ask about a stall?");
        String part = jdbc.sql("select reference from \"case\" where split_from is not null")
                .query(String.class)
                .single();
        staff(whole, "answer", "text", "We patrol on Friday");
        write(whole, "It goes on");
        merge(new Sent(part, ""), whole);
        staff(whole, "answer", "text", "We patrol on Saturday too");
        assertThat(state(whole)).isEqualTo("Answered");
        assertThat(count("case_promise where answered_at is not null")).isEqualTo(2);
    }

    @Test
    void who_merges_cases_is_told_what_the_sender_will_read() throws Exception {
        Sent sent = send("Noise at the park");
        assertThat(page(get(path(sent) + "/merge").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains(
                        "The sender of this case will read at their own link what you answer from now on",
                        "They will not see earlier answers");
    }

    private record Sent(String reference, String link) {}

    private Sent send(String text) throws Exception {
        String there = mvc.perform(aMessage().saying(text).sentTo("stevenage/stevenage-north"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return new Sent(page(get(there)).select(".govuk-panel strong").text(), there.replace("/sent", ""));
    }

    private String read(Sent sent) throws Exception {
        return page(get(sent.link)).text();
    }

    private String state(Sent sent) throws Exception {
        return page(get(sent.link)).select(".govuk-summary-list dd").first().text();
    }

    private String fact(Sent sent, String name) throws Exception {
        return page(get(path(sent)).with(as("officer", STEVENAGE_NORTH)))
                .select("dt:contains(" + name + ") + dd")
                .text();
    }

    private void write(Sent sent, String text) throws Exception {
        mvc.perform(post(sent.link).param("way", "reply").param("text", text)).andExpect(status().isSeeOther());
    }

    private void merge(Sent one, Sent into) throws Exception {
        staff(one, "merge", "to", into.reference, "text", "The same");
    }

    private void staff(Sent sent, String deed, String... parameters) throws Exception {
        var request = post(path(sent) + "/" + deed).param("version", version(sent));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        mvc.perform(request.with(as("officer", STEVENAGE_NORTH))).andExpect(status().isSeeOther());
    }

    private String version(Sent sent) {
        return jdbc.sql("select version::text from \"case\" where reference = :reference")
                .param("reference", sent.reference)
                .query(String.class)
                .single();
    }

    private static String path(Sent sent) {
        return "/staff/feedback/contacts/" + sent.reference;
    }
}
