package org.bluelamp.feedback.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NoticesTest extends FeedbackTest {

    private static final AreaCode NORTH = new AreaCode(STEVENAGE_NORTH);
    private static final StaffMember SAM =
            new StaffMember("sam", "Sam", Set.of(Role.SERGEANT, Role.OFFICER), Set.of(NORTH));
    private static final String TOPIC_OF_THE_CONTRACT =
            "3bb13117faddde1f65edf0f1dd385c060e51f410f0f988e9a222ed1c71c7fc0a";

    @Autowired
    private PriorityDesk priorities;

    @BeforeEach
    void nothingWasToldYet() {
        hertfordshireIsKnown();
        jdbc.sql("delete from messaging.outbox where type = 'feedback.case.moved'")
                .update();
    }

    @Test
    void answering_and_closing_are_told_to_the_holder_of_the_link_by_its_topic_alone() throws Exception {
        Sent sent = concern("Cars race past the school");
        assertThat(moves(sent)).isEmpty();
        staff(sent, "answer", 1, "text", "We check speeds on Monday");
        staff(sent, "note", 2, "text", "For colleagues");
        staff(sent, "close", 2, "reason", "settled");
        assertThat(moves(sent)).containsExactly("answered", "closed");
        assertThat(told()).allSatisfy(data -> {
            Contracts.validate(CaseMoved.TYPE, data);
            assertThat(JsonMapper.shared().readTree(data).propertyNames())
                    .containsExactlyInAnyOrder("id", "move", "area", "at", "topics");
            assertThat(data).doesNotContain(sent.reference, "Monday", "school", sent.secret());
        });
    }

    @Test
    void an_answer_is_told_to_who_is_answered_with_it_and_to_who_asked_for_the_whole() throws Exception {
        Sent one = concern("Cars race");
        Sent same = concern("Speeding again");
        staff(same, "merge", 1, "to", one.reference, "text", "The same");
        staff(one, "answer", 2, "text", "We look into it");
        assertThat(moves(one)).containsExactly("answered");
        assertThat(moves(same)).containsExactly("answered");
        Sent whole = concern("Cars race and lamps are broken");
        staff(whole, "split", 1, "text", "Lamps are broken");
        String part = jdbc.sql("select reference from \"case\" where split_from is not null")
                .query(String.class)
                .single();
        staff(new Sent(part, ""), "answer", 1, "text", "The council mends them");
        assertThat(moves(whole)).containsExactly("answered");
    }

    @Test
    void who_asked_again_after_the_merge_is_told_of_no_answer_that_is_not_theirs() throws Exception {
        Sent one = concern("Cars race");
        Sent same = concern("Speeding again");
        staff(same, "merge", 1, "to", one.reference, "text", "The same");
        mvc.perform(post(same.link).param("way", "reply").param("text", "It is about mopeds"))
                .andExpect(status().isSeeOther());
        staff(one, "answer", 2, "text", "We look into it");
        assertThat(moves(one)).containsExactly("answered");
        assertThat(moves(same)).isEmpty();
    }

    @Test
    void that_another_team_answers_is_told_once_without_the_reason_to_the_sender_and_to_who_is_answered_with_it()
            throws Exception {
        Sent one = concern("Cars race in the arcade");
        Sent same = concern("Cars race in the arcade too");
        Sent other = concern("Dogs");
        staff(same, "merge", 1, "to", one.reference, "text", "The same");
        String form = UUID.randomUUID().toString();
        staff(one, "hand-over", 2, "to", TOWN_CENTRE, "text", "The arcade is in Watford", "token", form);
        assertThat(moves(one)).containsExactly("handed-over");
        assertThat(moves(same)).containsExactly("handed-over");
        assertThat(moves(other)).isEmpty();
        assertThat(told()).allSatisfy(data -> {
            Contracts.validate(CaseMoved.TYPE, data);
            assertThat(data).contains(TOWN_CENTRE).doesNotContain("arcade", one.reference, one.secret());
        });
        for (Sent reader : List.of(one, same)) {
            assertThat(page(get(reader.link)).text())
                    .contains("we passed this to the team for Watford Town Centre")
                    .doesNotContain("The arcade is in Watford", "The same");
        }
        assertThat(page(get(other.link)).text()).doesNotContain("handed over");
    }

    @Test
    void that_a_part_is_with_another_team_is_told_to_who_asked_for_the_whole() throws Exception {
        Sent whole = concern("Cars race and a lamp in the arcade is broken");
        staff(whole, "split", 1, "text", "A lamp is broken");
        String part = jdbc.sql("select reference from \"case\" where split_from is not null")
                .query(String.class)
                .single();
        staff(new Sent(part, ""), "hand-over", 1, "to", TOWN_CENTRE, "text", "The arcade is in Watford");
        assertThat(moves(whole)).containsExactly("handed-over");
        assertThat(page(get(whole.link)).text()).contains("we passed this to the team for Watford Town Centre");
    }

    @Test
    void what_comes_of_a_priority_is_told_to_those_whose_concerns_led_to_it_and_to_who_is_added_from_then_on()
            throws Exception {
        Sent first = concern("Cars race");
        Sent later = concern("Cars race here too");
        Sent other = concern("Dogs");
        PriorityId id = PriorityId.next();
        long version = priorities
                .set(
                        SAM,
                        id,
                        NORTH,
                        new PriorityDesk.Words("Speeding", "You told us", "Speed checks"),
                        Set.of(new Reference(first.reference)))
                .version();
        version = priorities
                .back(SAM, id, version, Set.of(new Reference(first.reference), new Reference(later.reference)))
                .version();
        version = priorities.review(SAM, id, version, "Six checks were made").version();
        priorities.complete(SAM, id, version, "Half as many race now");
        assertThat(moves(first)).containsExactly("priority-set", "priority-progressed", "priority-completed");
        assertThat(moves(later)).containsExactly("priority-set", "priority-progressed", "priority-completed");
        assertThat(moves(other)).isEmpty();
        assertThat(told()).noneMatch(data -> data.contains("checks") || data.contains("race"));
    }

    @Test
    void the_page_behind_the_link_hands_its_secret_to_who_sends_mails_by_the_readers_own_browser() throws Exception {
        Sent sent = concern("Cars race");
        for (String path : List.of(sent.link, sent.link + "/sent")) {
            Document page = page(get(path));
            assertThat(page.select("form[action=/alerts/case-news][method=post] input[name=link]")
                            .val())
                    .isEqualTo(sent.secret());
        }
    }

    @Test
    void no_row_here_holds_the_secret_of_a_link() throws Exception {
        Sent sent = concern("Cars race");
        staff(sent, "answer", 1, "text", "We look into it");
        for (String table : jdbc.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name)
                          from information_schema.tables
                         where table_schema not in ('pg_catalog', 'information_schema')
                           and table_type = 'BASE TABLE'""").query(String.class).list()) {
            assertThat(String.join(
                            "\n",
                            jdbc.sql("select coalesce(t::text, '') from " + table + " t")
                                    .query(String.class)
                                    .list()))
                    .as(table)
                    .doesNotContain(sent.secret());
        }
    }

    @Test
    void a_topic_is_that_of_the_contract() {
        assertThat(topic("A".repeat(43))).isEqualTo(TOPIC_OF_THE_CONTRACT);
    }

    private static String topic(String secret) {
        return Notices.topic(HexFormat.of().parseHex(SubmissionKey.digest("link hash", secret)));
    }

    private List<String> told() {
        return jdbc.sql("select data from messaging.outbox where type = 'feedback.case.moved' order by position")
                .query(String.class)
                .list();
    }

    /** What was told to the holder of a link. */
    private List<String> moves(Sent sent) {
        List<String> moves = new ArrayList<>();
        for (String data : told()) {
            JsonNode event = JsonMapper.shared().readTree(data);
            event.get("topics").forEach(topic -> {
                if (topic.stringValue().equals(topic(sent.secret()))) {
                    moves.add(event.get("move").stringValue());
                }
            });
        }
        return moves;
    }

    private record Sent(String reference, String link) {

        String secret() {
            return link.substring(link.lastIndexOf('/') + 1);
        }
    }

    private Sent concern(String text) throws Exception {
        String there = mvc.perform(post("/have-your-say/stevenage/stevenage-north")
                        .param("themes", "speeding")
                        .param("text", text)
                        .param("effect", "a-lot")
                        .param("opened", String.valueOf(clock.instant().getEpochSecond() - 60))
                        .param("token", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return new Sent(page(get(there)).select(".govuk-panel strong").text(), there.replace("/sent", ""));
    }

    private void staff(Sent sent, String deed, long version, String... parameters) throws Exception {
        var request = post("/staff/feedback/contacts/" + sent.reference + "/" + deed)
                .param("version", String.valueOf(version));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        mvc.perform(request.with(as("officer", STEVENAGE_NORTH))).andExpect(status().isSeeOther());
    }
}
