package org.bluelamp.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.testing.MovableClock;
import org.bluelamp.testing.PlatformTest;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service on a real database, a real broker and a real mail server; one context for all tests. */
@PlatformTest(
        properties = {
            "bluelamp.alerts.sign-up.least-time=0s",
            "bluelamp.alerts.sign-up.refused-domains=refused.example",
            "bluelamp.alerts.sign-up.accepted-domains=guerrillamail.com",
            // The mail server of the tests tells of every mailbox it makes.
            "logging.level.com.icegreen=warn",
            "bluelamp.alerts.delivery.poll=100ms",
            // Tests have letters written when they say so.
            "bluelamp.alerts.letters.look=1d",
            "bluelamp.alerts.reach.look=1d",
            "bluelamp.alerts.case-news.look=1d",
            "bluelamp.alerts.case-news.danger-look=1d",
            "bluelamp.alerts.approval-mails.look=1d",
            "bluelamp.alerts.approval-mails.approvers=approvers@police.example",
            "bluelamp.alerts.sign-up.proof-of-work.enabled=true",
            "bluelamp.alerts.sign-up.proof-of-work.bits=8",
            "bluelamp.alerts.delivery.first-retry=200ms",
            // A street has five people here, and a district ten.
            "bluelamp.alerts.approval.alone=5",
            "bluelamp.alerts.approval.second=10",
            "bluelamp.alerts.test-sends.allowed=@staff.example"
        })
@Import(AlertsTest.MovedTime.class)
public abstract class AlertsTest {

    protected static final String HERTFORDSHIRE = "hertfordshire";
    protected static final String STEVENAGE = "hertfordshire/stevenage";
    protected static final String STEVENAGE_NORTH = "hertfordshire/stevenage/stevenage-north";
    protected static final String STEVENAGE_SOUTH = "hertfordshire/stevenage/stevenage-south";
    protected static final String WATFORD = "hertfordshire/watford";
    protected static final String TOWN_CENTRE = "hertfordshire/watford/town-centre";

    protected static final String BOUNCE_KEY = "a key of the tests, longer than 32 characters";

    protected static final String NOTIFY_CALLBACK_KEY = "another key of the tests, of 32 characters or more";

    protected static final MailBoxes MAIL = new MailBoxes();

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected TransactionTemplate transactions;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private EventDispatcher events;

    protected Caller browser;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("SMTP_PORT", MAIL::port);
        registry.add("BOUNCE_KEY", () -> BOUNCE_KEY);
        registry.add("NOTIFY_CALLBACK_KEY", () -> NOTIFY_CALLBACK_KEY);
    }

    @BeforeEach
    void empty(@LocalServerPort int port) {
        browser = new Caller(port);
        clock.reset();
        // What a test before left waiting must not arrive in this one.
        jdbc.sql("delete from delivery where status <> 'sending'").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> statuses("sending") == 0);
        jdbc.sql(
                        "truncate paused_item, delivery, mobile, mobile_code, push_device, article, subscription, sign_up, subscriber, area, team, meeting, priority, letter_run,"
                                + " letter_item, scheme, scheme_member, scheme_message, writing_link, alert, alert_message, alert_usefulness, alert_number,"
                                + " reach_day, reach_figure, reach_told, delivery_day, own_place, own_place_area, own_place_name, approval_call, departure,"
                                + " postcode, postcode_sector, team_reminder, danger_call, case_news, case_move")
                .update();
        MAIL.empty();
        area(HERTFORDSHIRE, "force", "Hertfordshire", null);
        area(STEVENAGE, "district", "Stevenage", HERTFORDSHIRE);
        area(STEVENAGE_NORTH, "neighbourhood", "Stevenage North", STEVENAGE, square(-0.20, 51.91));
        area(STEVENAGE_SOUTH, "neighbourhood", "Stevenage South", STEVENAGE, square(-0.20, 51.90));
        area(WATFORD, "district", "Watford", HERTFORDSHIRE);
        area(TOWN_CENTRE, "neighbourhood", "Town Centre", WATFORD, square(-0.40, 51.65));
        event("directory.team.changed", STEVENAGE_NORTH, 1, """
                {"area": "%s", "name": "Stevenage North", "label": "Neighbourhood Policing Team",
                 "contact": {}, "members": []}
                """.formatted(STEVENAGE_NORTH));
    }

    /** A square, by its south-western corner, a hundredth of a degree wide and high. */
    private static String square(double longitude, double latitude) {
        var east = longitude + 0.01;
        var north = latitude + 0.01;
        return String.format(
                Locale.ROOT,
                "{\"type\": \"Polygon\", \"coordinates\": [[[%1$.2f, %2$.2f], [%3$.2f, %2$.2f], [%3$.2f, %4$.2f],"
                        + " [%1$.2f, %4$.2f], [%1$.2f, %2$.2f]]]}",
                longitude,
                latitude,
                east,
                north);
    }

    protected void area(String code, String kind, String name, String parent) {
        area(code, kind, name, parent, null);
    }

    private void area(String code, String kind, String name, String parent, String boundary) {
        event("directory.area.changed", code, 1, """
                {"code": "%s", "kind": "%s", "name": "%s", %s "label": "Area", "contact": {}, "socialAccounts": []%s}
                """.formatted(
                        code,
                        kind,
                        name,
                        parent == null ? "" : "\"parent\": \"" + parent + "\",",
                        boundary == null ? "" : ", \"households\": 1000, \"boundary\": " + boundary));
    }

    /** Hands an event to the service as its queue would. */
    protected void event(String type, String subject, long version, String json) {
        events.dispatch(MessageBuilder.withPayload(json.getBytes(StandardCharsets.UTF_8))
                .copyHeaders(envelope(type, subject, version))
                .build());
    }

    /** The headers of an event that was not heard of before. */
    protected Map<String, Object> envelope(String type, String subject, long version) {
        var service = type.substring(0, type.indexOf('.'));
        return Envelope.headers(UUID.randomUUID().toString(), service, type, subject, version, clock.instant());
    }

    protected static String article(String id, String title, Instant publishedAt, String... areas) {
        return """
                {"id": "%s", "slug": "%s", "title": "%s", "summary": "What happened and what we do.",
                 "body": "Body", "areas": ["%s"], "topics": [], "publishedAt": "%s"}
                """.formatted(
                id, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, String.join("\", \"", areas), publishedAt);
    }

    /** What news-service tells of an article that was withdrawn now. */
    protected String withdrawn(String id) {
        return """
                {"id": "%s", "slug": "a-mistake", "title": "A mistake", "areas": ["%s"],
                 "withdrawnAt": "%s", "reason": "A mistake"}
                """.formatted(id, STEVENAGE_NORTH, clock.instant());
    }

    protected String archived(String id) {
        return """
                {"id": "%s", "slug": "over", "areas": ["%s"], "archivedAt": "%s"}
                """.formatted(id, STEVENAGE_NORTH, clock.instant());
    }

    /** Publishes a new article now. */
    protected String published(String title, String... areas) {
        var id = UUID.randomUUID().toString();
        event("news.article.published", id, 1, article(id, title, clock.instant(), areas));
        return id;
    }

    /** Fills in the sign-up form as a person does. */
    protected Answer signUp(String address, String area) {
        var form = browser.get("/alerts/sign-up?area=" + area).html();
        return browser.post(
                "/alerts/sign-up",
                Map.of(
                        "address",
                        address,
                        "area",
                        area,
                        "website",
                        "",
                        "opened",
                        form.selectFirst("input[name=opened]").val()));
    }

    /** A person who signed up and confirmed; their mail box is left without the mail about it. */
    protected Confirmed confirmed(String address, String area) {
        assertThat(signUp(address, area).status()).isEqualTo(303);
        var mail = awaitMail(address, 1);
        var answer = browser.post(mail.link("confirm"), Map.of());
        assertThat(answer.status()).isEqualTo(303);
        MAIL.empty();
        return new Confirmed(answer.location().replaceFirst("\\?.*", ""));
    }

    /** A person's choices for one of their areas. */
    protected void choose(Confirmed person, String area, String frequency, String... topics) {
        var answer = browser.post(
                person.manage() + "/choices",
                Map.of("area", area, "frequency", frequency, "topics", List.of(topics), "leastSeverity", "minor"));
        assertThat(answer.status()).isEqualTo(303);
    }

    /** So many confirmed followers of an area, without any mail: p0@example.org and so on. */
    protected void crowd(int people, String area) {
        for (var n = 0; n < people; n++) {
            follow("p" + n + "@example.org", area);
        }
    }

    /** A confirmed follower of an area, without any mail; also of one who follows others already. */
    protected void follow(String address, String area) {
        transactions.executeWithoutResult(status -> {
            var person = subscribers
                    .findOrAdd(MailAddress.parse(address).orElseThrow())
                    .id();
            subscribers.confirm(person);
            jdbc.sql("""
                    with sign_up as (
                        insert into sign_up
                            (id, subscriber_id, area, wording, source, answer, requested_at, confirmed_at)
                        values (gen_random_uuid(), :person, :area, 'areas-1', 'page', 'confirm', now(), now())
                        returning *
                    )
                    insert into subscription (subscriber_id, area, sign_up_id, started_at)
                    select subscriber_id, area, id, confirmed_at from sign_up
                    """).param("person", person).param("area", area).update();
        });
    }

    /** Waits until so many mails came for an address; answers the last. */
    protected MailBoxes.Received awaitMail(String address, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MAIL.to(address)).hasSize(count));
        return MAIL.to(address).getLast();
    }

    /** Waits until nothing is left to send. */
    protected void awaitQuiet() {
        await().atMost(Duration.ofSeconds(20)).until(() -> statuses("pending", "sending", "failed_temporarily") == 0);
    }

    protected int statuses(String... statuses) {
        return jdbc.sql("select count(*) from delivery where status = any (:statuses)")
                .param("statuses", statuses)
                .query(Integer.class)
                .single();
    }

    /** @param manage the path of the person's own page */
    public record Confirmed(String manage) {}

    @TestConfiguration
    static class MovedTime {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
