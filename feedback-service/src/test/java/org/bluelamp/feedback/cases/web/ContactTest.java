package org.bluelamp.feedback.cases.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.cases.web.Message.aMessage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bluelamp.feedback.FeedbackTest;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MvcResult;

@ExtendWith(OutputCaptureExtension.class)
class ContactTest extends FeedbackTest {

    private static final String NORTH = "stevenage/stevenage-north";
    private static final String FORM = "/have-your-say/" + NORTH + "/contact";
    private static final String LOCAL = "wilhelmina.ashdown";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void before_the_form_stands_who_answers_by_when_and_where_urgent_matters_go() throws Exception {
        MvcResult result = mvc.perform(get(FORM))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("private")))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andReturn();
        Document page = page(result);
        assertThat(page.select("main").text())
                .contains("The Stevenage North Neighbourhood Policing Team will read your message", "within 72 hours");
        assertThat(page.select("main").text().indexOf("999"))
                .isPositive()
                .isLessThan(page.select("main").text().indexOf("Your message"));
        assertThat(page.select("a[href=tel:101], a[href^=https://www.police.uk]"))
                .isNotEmpty();
        assertThat(page.select("main form label").eachText()).contains("Your message", "Email address (optional)");
        assertThat(page.select("input[name=mail]").attr("autocomplete")).isEqualTo("email");
        assertThat(page.select("script:not([src]), [style], [onclick]")).isEmpty();
    }

    @Test
    void who_comes_from_an_alert_finds_its_reference_in_the_form_and_nothing_else_gets_there() throws Exception {
        Document answer = page(mvc.perform(get(FORM).param("alert", "hrt-2026-0042"))
                .andExpect(status().isOk())
                .andReturn());
        assertThat(answer.select("textarea[name=message]").text()).isEqualTo("About the alert hrt-2026-0042:");
        Document other = page(mvc.perform(get(FORM).param("alert", "send money to"))
                .andExpect(status().isOk())
                .andReturn());
        assertThat(other.select("textarea[name=message]").text()).isEmpty();
    }

    @Test
    void a_message_is_confirmed_with_its_reference_and_a_link_that_shows_where_it_stands() throws Exception {
        String sent = send(aMessage().saying("When do <b>you</b> come?"));
        MvcResult result = mvc.perform(get(sent))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                .andReturn();
        Document confirmation = page(result);
        String reference = reference();
        assertThat(confirmation.select("h1").text()).isEqualTo("Your message is with the team");
        assertThat(confirmation.select("main").text())
                .contains(reference, "Keep this link", "Get an email when something happens");
        assertThat(confirmation.select("meta[name=robots]").attr("content")).contains("noindex");
        String link = confirmation.select("a.bl-break").attr("href");
        assertThat(confirmation.select("a.bl-break").text()).isEqualTo("http://localhost:8080" + link);
        Document mine = page(get(link));
        assertThat(mine.select("main").text())
                .contains("Waiting for an answer", "When do <b>you</b> come?", "We have not answered yet");
        assertThat(mine.select("main p b")).isEmpty();
    }

    @Test
    void the_button_pressed_twice_or_ten_times_at_once_sends_one_message_with_one_link() throws Exception {
        Message message = aMessage().reachedBy("rosa@resident.example", "");
        String first = send(message);
        assertThat(first).endsWith("/sent");
        assertThat(send(message)).isEqualTo(first + "?before=yes");
        Message another = aMessage();
        List<String> links = new ArrayList<>();
        try (ExecutorService fingers = Executors.newFixedThreadPool(10)) {
            for (var one : fingers.invokeAll(Stream.generate(() -> (Callable<String>) () -> send(another))
                    .limit(10)
                    .toList())) {
                links.add(one.get().replace("?before=yes", ""));
            }
        }
        assertThat(Set.copyOf(links)).hasSize(1);
        assertThat(count("\"case\"")).isEqualTo(2);
        send(another.saying("Something else"));
        assertThat(count("\"case\"")).isEqualTo(3);
    }

    @Test
    void two_forms_without_a_token_are_two_messages_with_links_that_nobody_can_make() throws Exception {
        assertThat(send(aMessage().withToken(""))).isNotEqualTo(send(aMessage().withToken("")));
        assertThat(send(aMessage().withToken("x"))).isNotEqualTo(send(aMessage().withToken("x")));
        assertThat(count("\"case\"")).isEqualTo(4);
    }

    @Test
    void what_a_program_seems_to_have_sent_is_thanked_for_and_set_aside() throws Exception {
        send(aMessage().withHiddenField("Viagra"));
        send(aMessage().opened(Instant.now()));
        assertThat(jdbc.sql("select set_aside from \"case\" order by set_aside")
                        .query(String.class)
                        .list())
                .containsExactly("honeypot", "too-fast");
    }

    @Test
    void a_form_with_mistakes_comes_back_with_all_that_was_typed() throws Exception {
        MvcResult result = mvc.perform(aMessage()
                        .saying("A question <script>")
                        .reachedBy("rosa(at)example", "none")
                        .withToken("0d0c7a52-5d1c-4b7e-9a44-2f6d1f0c9b01")
                        .sentTo(NORTH))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        Document page = page(result);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#mail", "#telephone");
        assertThat(page.select("textarea").text()).isEqualTo("A question <script>");
        assertThat(page.select("main a").eachAttr("href"))
                .as("whom to call instead is still there")
                .contains("tel:999", "tel:101");
        assertThat(page.select("#mail").val()).isEqualTo("rosa(at)example");
        assertThat(page.select("#telephone").val()).isEqualTo("none");
        assertThat(page.select("input[name=token]").val()).isEqualTo("0d0c7a52-5d1c-4b7e-9a44-2f6d1f0c9b01");
        assertThat(count("\"case\"")).isZero();
    }

    @Test
    void a_message_for_a_neighbourhood_nobody_knows_is_given_back() throws Exception {
        MvcResult result = mvc.perform(aMessage().saying("Long & dear to me").sentTo("stevenage/atlantis"))
                .andExpect(status().isNotFound())
                .andReturn();
        assertThat(page(result).select("textarea").text()).isEqualTo("Long & dear to me");
    }

    @Test
    void a_link_that_is_cut_off_or_made_up_opens_nothing_and_helps_on() throws Exception {
        String sent = send(aMessage());
        String link = sent.replace("/sent", "");
        for (String wrong : List.of(
                link.substring(0, link.length() - 1),
                link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A"),
                "/have-your-say/my-message/none")) {
            Document page = page(
                    mvc.perform(get(wrong)).andExpect(status().isNotFound()).andReturn());
            assertThat(page.select("h1").text()).isEqualTo("This link does not open a message");
            assertThat(page.select("a[href=tel:101]")).isNotEmpty();
        }
        mvc.perform(post(link)).andExpect(status().is4xxClientError());
    }

    @Test
    void when_the_promise_is_broken_the_page_says_so() throws Exception {
        String link = send(aMessage()).replace("/sent", "");
        clock.moveBy(Duration.ofHours(73));
        assertThat(page(get(link)).select("main").text())
                .contains("The answer is overdue", "We promised you an answer within 72 hours")
                .doesNotContain("answers by");
    }

    @Test
    void a_dump_of_the_whole_database_holds_no_readable_address_and_no_link() throws Exception {
        String link = send(aMessage().saying("A story to tell").reachedBy(LOCAL + "@reader.example", "01632 960987"))
                .replaceAll(".*/my-message/|/sent", "");
        String dump = dump();
        assertThat(dump).contains("A story to tell", reference());
        assertThat(dump.toLowerCase())
                .doesNotContain(LOCAL, "reader.example", "960987", link.toLowerCase())
                .doesNotContain(HexFormat.of().formatHex(LOCAL.getBytes(UTF_8)))
                .doesNotContain(HexFormat.of().formatHex(link.getBytes(UTF_8)))
                .doesNotContain(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(link)))
                .doesNotContain(Base64.getEncoder()
                        .encodeToString(LOCAL.getBytes(UTF_8))
                        .substring(0, 20)
                        .toLowerCase());
    }

    @Test
    void no_log_names_an_address_a_link_or_a_word_of_the_message(CapturedOutput output) throws Exception {
        String link = send(aMessage().saying("xylophone").reachedBy(LOCAL + "@reader.example", "01632 960987"));
        mvc.perform(get(link));
        mvc.perform(aMessage()
                .saying("xylophone ".repeat(900))
                .reachedBy(LOCAL, "xylophone")
                .sentTo(NORTH));
        mvc.perform(aMessage().saying("xylophone").sentTo("stevenage/atlantis"));
        assertThat(output.getAll())
                .doesNotContain("xylophone", LOCAL, "960987")
                .doesNotContain(link.replaceAll(".*/my-message/|/sent", ""));
    }

    @Test
    void a_message_leaves_no_event() throws Exception {
        int before = count("messaging.outbox");
        send(aMessage());
        assertThat(count("messaging.outbox")).isEqualTo(before);
    }

    private String send(Message message) throws Exception {
        String there = mvc.perform(message.sentTo(NORTH))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).matches("/have-your-say/my-message/[A-Za-z0-9_-]{43}/sent(\\?before=yes)?");
        return there;
    }

    private String reference() {
        return jdbc.sql("select reference from \"case\"").query(String.class).single();
    }

    private String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : jdbc.sql("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name)
                  from information_schema.tables
                 where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                """).query(String.class).list()) {
            jdbc.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(row -> dump.append(row == null ? "" : row).append('\n'));
        }
        return dump.toString();
    }
}
