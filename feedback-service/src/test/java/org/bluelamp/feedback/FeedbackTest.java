package org.bluelamp.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.testing.staff.TestStaff.staff;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.testing.MovableClock;
import org.bluelamp.testing.PlatformTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The whole service on a real database and broker, with words for what happens around it. */
@PlatformTest
@Import(FeedbackTest.Time.class)
public abstract class FeedbackTest {

    /** The neighbourhood most tests are about. */
    protected static final String STEVENAGE_NORTH = "hertfordshire/stevenage/stevenage-north";

    protected static final String TOWN_CENTRE = "hertfordshire/watford/town-centre";

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private EventDispatcher dispatcher;

    protected MockMvc mvc;

    @Autowired
    protected MovableClock clock;

    /** The clock of the whole service, which a test moves on. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @BeforeEach
    void startFromNothing(@Autowired WebApplicationContext context) {
        clock.reset();
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        // The service's own work goes on beside the tests: which of the two waits for the other is the database's to
        // say.
        await().ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .until(() -> jdbc.sql(
                                        "truncate area, team, concern, concern_theme, priority, priority_concern, planned_action, \"case\", case_entry, case_promise, canned_answer, colleague, absence, answer_measure, council_report, moderation, support, photo")
                                .update()
                        >= 0);
    }

    /** What most tests start with: a force, two districts, three neighbourhoods and a team. */
    protected void hertfordshireIsKnown() {
        area("hertfordshire", "force", "Hertfordshire", 1);
        area("hertfordshire/stevenage", "district", "Stevenage", 1);
        area("hertfordshire/watford", "district", "Watford", 1);
        area(STEVENAGE_NORTH, "neighbourhood", "Stevenage North", 1);
        area("hertfordshire/stevenage/stevenage-south", "neighbourhood", "Stevenage South", 1);
        area(TOWN_CENTRE, "neighbourhood", "Watford Town Centre", 1);
        team(STEVENAGE_NORTH, "Stevenage North", "Asha Lindqvist", 1);
    }

    /** directory-service announces an area. */
    protected void area(String code, String kind, String name, long version) {
        dispatcher.dispatch(areaChanged(code, kind, name, version));
    }

    protected static Message<byte[]> areaChanged(String code, String kind, String name, long version) {
        return event("directory.area.changed", code, version, """
                {"code": "%s", "kind": "%s", "name": "%s", "parent": null, "label": "Neighbourhood Policing Team",
                 "boundary": null, "contact": {}, "socialAccounts": [], "households": null}""".formatted(code, kind, name));
    }

    /** directory-service announces a team led by a sergeant. */
    protected void team(String area, String name, String sergeant, long version) {
        dispatcher.dispatch(event("directory.team.changed", area, version, teamData(area, name, sergeant)));
    }

    protected static String teamData(String area, String name, String sergeant) {
        return """
                {"area": "%s", "name": "%s", "label": "Neighbourhood Policing Team", "contact": {},
                 "members": [
                   {"id": "0d0c7a52-5d1c-4b7e-9a44-2f6d1f0c9b01", "name": "Bram Okonjo", "rank": "pc",
                    "lead": false, "namedContact": true},
                   {"id": "0d0c7a52-5d1c-4b7e-9a44-2f6d1f0c9b02", "name": "%s", "rank": "sergeant",
                    "lead": true, "namedContact": false}]}""".formatted(area, name, sergeant);
    }

    protected void dispatch(Message<byte[]> message) {
        dispatcher.dispatch(message);
    }

    protected static Message<byte[]> event(String type, String subject, long version, String data) {
        return MessageBuilder.withPayload(data.getBytes(UTF_8))
                .copyHeaders(Envelope.headers(
                        UUID.randomUUID().toString(),
                        "directory",
                        type,
                        subject,
                        version,
                        Instant.parse("2026-11-22T18:00:00Z")))
                .setHeader("contentType", "application/json")
                .build();
    }

    /** What was announced about a subject, oldest first. */
    protected List<Announced> announced(Object subject) {
        return jdbc.sql("select type, version, data from messaging.outbox where subject = :subject order by position")
                .param("subject", subject.toString())
                .query((row, n) -> new Announced(row.getString("type"), row.getLong("version"), row.getString("data")))
                .list();
    }

    /** An event in the outbox. */
    public record Announced(String type, long version, String data) {}

    /** The deeds on a subject in the audit trail with who did them, oldest first. */
    protected List<String> deeds(Object subject) {
        return jdbc.sql("select action || ' ' || staff_name from audit.deed where subject = :subject order by id")
                .param("subject", subject.toString())
                .query(String.class)
                .list();
    }

    /** Signed in as staff with a role in an area. */
    protected static RequestPostProcessor as(String role, String area) {
        return as(role, area, "Olive Marchetti");
    }

    /** The same with another name. */
    protected static RequestPostProcessor as(String role, String area, String name) {
        String authorization = staff(name).as(role).in(area).authorization();
        return request -> {
            request.addHeader("Authorization", authorization);
            return request;
        };
    }

    /** The page that a request answers with. */
    protected Document page(MockHttpServletRequestBuilder request) throws Exception {
        return page(mvc.perform(request).andReturn());
    }

    protected static Document page(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(UTF_8));
    }

    protected int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
