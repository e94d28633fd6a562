package org.bluelamp.feedback.council;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.council.CouncilReports.Due;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.ResultActions;

/** What is the council's goes to the council, on a stub of its end point. */
@TestPropertySource(
        properties = {
            "bluelamp.feedback.council.private-end-points=true",
            "bluelamp.feedback.council.most-an-hour=" + CouncilTest.AN_HOUR
        })
class CouncilTest extends FeedbackTest {

    static final int AN_HOUR = 3;

    private static final String ADMIN = "/staff/feedback/councils";

    @Autowired
    private CouncilReports reports;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int code = 201;
    private volatile String answer = "[{\"service_request_id\": \"SBC-638344\"}]";
    private HttpServer council;

    @BeforeEach
    void councilListens() throws IOException {
        jdbc.sql("truncate council, council_service, council_report").update();
        jdbc.sql("delete from messaging.outbox where type = 'feedback.case.moved'")
                .update();
        hertfordshireIsKnown();
        council = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        council.createContext("/open311/requests.json", exchange -> {
            heard.add(URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8));
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        council.start();
    }

    @AfterEach
    void councilLeaves() {
        council.stop(0);
    }

    @Test
    void what_is_the_councils_is_sent_there_without_contact_details_and_the_resident_has_its_receipt()
            throws Exception {
        say(endPoint(), "potholes = ROAD-12", "secret-key").andExpect(redirectedUrl(ADMIN + "?done=saved"));
        String link = concern("A deep hole & <b>more</b>", "potholes");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(get(link)).text()).contains("Its reference is SBC-638344"));
        assertThat(heard)
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        "service_code=ROAD-12",
                        "jurisdiction_id=stevenage.example",
                        "api_key=secret-key",
                        "address_string=Chells Way, Stevenage North",
                        "A deep hole & <b>more</b>",
                        "Passed on by the police, reference ")
                .doesNotContain("rosa@resident.example");
        assertThat(page(get(link)).text())
                .contains("Closed", "The council can act on this")
                .doesNotContain("Answer promised by");
        assertThat(told()).containsExactly("handed-to-council");
        assertThat(page(get("/staff/feedback").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .doesNotContain("A deep hole");
        assertThat(page(get("/staff/feedback?theme=potholes").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("A deep hole");
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .doesNotContain("A deep hole");
    }

    @Test
    void residents_are_promised_before_they_write_only_what_the_council_takes() throws Exception {
        assertThat(page(get("/have-your-say/stevenage/stevenage-north"))
                        .select("form")
                        .text())
                .contains("we will show you where to report it")
                .doesNotContain("we will pass");
        say(endPoint(), "potholes = ROAD-12", "");
        assertThat(page(get("/have-your-say/stevenage/stevenage-north"))
                        .select("form")
                        .text())
                .containsOnlyOnce(
                        "If it is only about this, we will pass what you write to Stevenage Borough Council, without your contact details")
                .contains("we will show you where to report it");
    }

    @Test
    void while_the_council_is_away_it_is_tried_again_and_in_the_end_the_team_answers() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "");
        code = 503;
        String link = concern("A deep hole", "potholes");
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() == 1);
        assertThat(page(get(link)).text()).contains("We are passing on what you wrote");
        clock.moveBy(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() == 2);
        clock.moveBy(Duration.ofDays(2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(get(link)).text())
                        .contains("We could not pass this on", "Waiting for an answer"));
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("A deep hole");
        assertThat(page(get(link)).select("a[href=https://council.example.org/report]"))
                .isNotEmpty();
    }

    @Test
    void a_council_that_refuses_is_asked_once_and_the_team_answers() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "");
        code = 400;
        String link = concern("A deep hole", "potholes");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(get(link)).text()).contains("We could not pass this on"));
        assertThat(heard).hasSize(1);
        assertThat(told()).as("no council has it").isEmpty();
        assertThat(page(get("/staff/feedback/moderation").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .as("now it is the team's to publish")
                .contains("A deep hole");
    }

    @Test
    void where_nothing_can_be_sent_the_resident_is_shown_the_councils_own_page_and_told_so() throws Exception {
        say("", "", "").andExpect(status().isSeeOther());
        String link = concern("Rubbish", "fly-tipping");
        Document page = page(get(link));
        assertThat(page.text()).contains("we cannot pass it on for you");
        assertThat(page.select("a[href=https://council.example.org/report]")).isNotEmpty();
        // A person reads it, for nobody else does.
        assertThat(page.text()).contains("Waiting for an answer");
        assertThat(contacts()).contains("Rubbish");
        jdbc.sql("delete from council").update();
        page = page(get(concern("More rubbish", "fly-tipping")));
        assertThat(page.select("a[href=https://www.gov.uk/find-local-council]")).isNotEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void what_is_for_both_stays_with_the_team_and_is_not_sent() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "");
        String link = concern("Racers and holes", "speeding", "potholes");
        assertThat(page(get(link)).text()).contains("Waiting for an answer", "For the council: Potholes");
        assertThat(heard).isEmpty();
        assertThat(page(get("/staff/feedback").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("Racers and holes");
    }

    @Test
    void what_names_somebody_is_taken_out_of_the_words_that_are_passed_on() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "");
        concern("Mr Dugdale of 07700 900123 breaks up the road with AB12 CDE", "potholes");
        await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() == 1);
        assertThat(heard.getFirst())
                .contains("[name] of [telephone number] breaks up the road with [number plate]")
                .doesNotContain("Dugdale", "900123", "AB12");
    }

    @Test
    void what_speaks_of_danger_is_not_passed_on_whatever_it_is_about() throws Exception {
        say(endPoint(), "street-lights = LIGHT", "");
        String link = concern("It is dark and I want to die", "street-lights");
        concern("It is dark", "street-lights");
        await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() == 1);
        assertThat(heard.getFirst()).doesNotContain("want to die");
        assertThat(page(get(link)).text()).contains("Waiting for an answer");
        assertThat(contacts()).contains("I want to die");
    }

    @Test
    void a_case_is_closed_by_the_councils_receipt_alone_and_not_when_the_sender_wrote_again() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "");
        code = 503;
        String link = concern("A deep hole", "potholes");
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() == 1);
        assertThat(page(get(link)).text()).contains("Waiting for an answer");
        assertThat(contacts()).contains("A deep hole");
        jdbc.sql("""
                        insert into case_entry (case_id, kind, text, submission_key, written_at)
                        select id, 'reply', 'A child fell', sha256('again'), now() from "case\"""").update();
        code = 201;
        clock.moveBy(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(get(link)).text()).contains("Its reference is SBC-638344"));
        assertThat(page(get(link)).text()).contains("Waiting for an answer");
    }

    @Test
    void a_council_is_sent_so_many_an_hour_and_the_rest_waits_with_the_team() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "");
        for (int i = 0; i < AN_HOUR; i++) {
            concern("Hole " + i, "potholes");
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> sent() == AN_HOUR);
        String link = concern("One more hole", "potholes");
        assertThat(reports.lease()).isEmpty();
        assertThat(contacts()).contains("One more hole");
        clock.moveBy(Duration.ofMinutes(61));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(get(link)).text()).contains("Its reference is SBC-638344"));
    }

    @Test
    void a_report_that_cannot_be_sent_by_us_counts_as_tried_and_holds_up_no_other() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "secret-key");
        jdbc.sql("update council set api_key = 'no seal of ours'").update();
        concern("A deep hole", "potholes");
        jdbc.sql("""
                        insert into council (district_code, id, name, report_url, open311_url, version, changed_by_name,
                                             changed_at)
                        select 'hertfordshire/watford', gen_random_uuid(), name, report_url, open311_url, 1, '', now()
                          from council""").update();
        jdbc.sql("insert into council_service values ('hertfordshire/watford', 'potholes', 'W')")
                .update();
        answer = "[{\"service_request_id\": \"SBC\\u0000-1\"}]";
        concernIn("watford/town-centre", "Another hole", "potholes");
        await().atMost(Duration.ofSeconds(20)).until(() -> sent() == 1);
        assertThat(jdbc.sql("select receipt from council_report where state = 'sent'")
                        .query(String.class)
                        .single())
                .isEqualTo("SBC-1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select attempts from council_report where state = 'waiting'")
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    @Test
    void who_lost_the_lease_settles_nothing_and_opens_nothing() throws Exception {
        concern("A deep hole", "potholes");
        OffsetDateTime others =
                clock.instant().plusSeconds(600).truncatedTo(ChronoUnit.MICROS).atOffset(UTC);
        jdbc.sql("update council_report set state = 'waiting', settled_at = null, leased_until = :others")
                .param("others", others)
                .update();
        Due late = due(others.minusSeconds(60));
        reports.sent(late, "LATE");
        reports.givenUp(late, "late");
        reports.later(late, "late");
        assertThat(jdbc.sql("select state || attempts from council_report")
                        .query(String.class)
                        .single())
                .isEqualTo("waiting0");
        reports.sent(due(others), "IN-TIME");
        assertThat(jdbc.sql("select state || receipt from council_report")
                        .query(String.class)
                        .single())
                .isEqualTo("sentIN-TIME");
        reports.givenUp(due(others), "too late");
        assertThat(jdbc.sql("select state || closing from \"case\"")
                        .query(String.class)
                        .single())
                .isEqualTo("closedcouncil");
    }

    @Test
    void a_key_goes_to_the_server_it_is_for_and_to_no_other() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "secret-key");
        change("1", endPoint() + "v2/", "").andExpect(status().isSeeOther());
        assertThat(count("council where api_key is not null")).isOne();
        change("2", "http://localhost:1/open311/", "").andExpect(status().isSeeOther());
        assertThat(count("council where api_key is not null")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"potholes", "speeding = X", "potholes =", "<b> = X"})
    void what_is_no_theme_and_code_comes_back_with_what_was_typed(String services) throws Exception {
        Document page = page(say(endPoint(), services, "")
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#services");
        assertThat(page.select("textarea").text()).isEqualTo(services);
    }

    @Test
    void only_administrators_of_the_district_say_where_it_takes_reports_and_the_key_is_never_shown() throws Exception {
        say(endPoint(), "potholes = ROAD-12", "secret-key");
        assertThat(page(get(ADMIN + "/stevenage").with(as("administrator", "hertfordshire")))
                        .html())
                .contains("We already have a key")
                .doesNotContain("secret-key");
        assertThat(jdbc.sql("select council::text from council")
                        .query(String.class)
                        .single())
                .doesNotContain("secret-key");
        mvc.perform(get(ADMIN + "/stevenage").with(as("administrator", "hertfordshire/watford")))
                .andExpect(status().isForbidden());
        mvc.perform(get(ADMIN).with(as("sergeant", "hertfordshire"))).andExpect(status().isForbidden());
        mvc.perform(get(ADMIN)).andExpect(status().isUnauthorized());
        mvc.perform(get(ADMIN + "/atlantis").with(as("administrator", "hertfordshire")))
                .andExpect(status().isNotFound());
        int before = deeds("hertfordshire/stevenage").size();
        say(endPoint(), "potholes = OTHER", "").andExpect(status().isConflict());
        assertThat(deeds("hertfordshire/stevenage")).hasSize(before).contains("council.saved Olive Marchetti");
    }

    private String endPoint() {
        return "http://127.0.0.1:" + council.getAddress().getPort() + "/open311/";
    }

    private int attempts() {
        return jdbc.sql("select attempts from council_report")
                .query(Integer.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select data::jsonb ->> 'move' from messaging.outbox
                         where type = 'feedback.case.moved' order by position""").query(String.class).list();
    }

    private int sent() {
        return count("council_report where state = 'sent'");
    }

    private String contacts() throws Exception {
        return page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                .text();
    }

    /** The one report there is, in the hand of whoever has this lease. */
    private Due due(OffsetDateTime leasedUntil) {
        return jdbc.sql("select id, reference from \"case\"")
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        new Reference(row.getString("reference")),
                        new AreaCode("hertfordshire/stevenage"),
                        List.of("potholes"),
                        "",
                        "",
                        "",
                        "",
                        null,
                        null,
                        true,
                        false,
                        0,
                        clock.instant().plusSeconds(3600),
                        leasedUntil))
                .single();
    }

    /** Always as one who opened the form before anything was kept. */
    private ResultActions say(String endPoint, String services, String key) throws Exception {
        return save("0", endPoint, services, key);
    }

    private ResultActions change(String version, String endPoint, String key) throws Exception {
        return save(version, endPoint, "potholes = ROAD-12", key);
    }

    private ResultActions save(String version, String endPoint, String services, String key) throws Exception {
        return mvc.perform(post(ADMIN + "/stevenage")
                .param("version", version)
                .param("name", "Stevenage Borough Council")
                .param("reportUrl", "https://council.example.org/report")
                .param("endPoint", endPoint)
                .param("jurisdiction", "stevenage.example")
                .param("key", key)
                .param("services", services)
                .with(as("administrator", "hertfordshire")));
    }

    private String concern(String text, String... themes) throws Exception {
        return concernIn("stevenage/stevenage-north", text, themes);
    }

    private String concernIn(String where, String text, String... themes) throws Exception {
        String there = mvc.perform(post("/have-your-say/" + where)
                        .param("themes", themes)
                        .param("text", text)
                        .param("place", "Chells Way")
                        .param("effect", "some")
                        .param("mail", "rosa@resident.example")
                        .param("opened", String.valueOf(clock.instant().getEpochSecond() - 60))
                        .param("token", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return there.replace("/sent", "");
    }
}
