package org.bluelamp.alerts.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.MailBoxes;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Watch schemes from the first wish to the coordinator's word. */
class SchemesTest extends AlertsTest {

    private static final TestStaff OLIVE = staff("Olive Reed").as("officer").in(STEVENAGE_NORTH);
    private static final TestStaff OSCAR = staff("Oscar Lane").as("officer").in(WATFORD);

    @Autowired
    private Schemes schemes;

    @Autowired
    private WritingLinks writing;

    private final Set<String> seen = new HashSet<>();

    @BeforeEach
    void none() {
        jdbc.sql("truncate scheme, scheme_member, scheme_message, writing_link").update();
    }

    @Test
    void a_resident_founds_a_scheme_an_officer_opens_it_neighbours_join_and_the_coordinator_writes_to_them_alone() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        var neighbour = confirmed("neighbour@example.org", STEVENAGE_NORTH);
        confirmed("nobody@example.org", STEVENAGE_NORTH);
        assertThat(found(founder, "Bedwell Crescent").status()).isEqualTo(303);
        assertThat(browser.get(founder.manage() + "/schemes").html().text())
                .contains("Bedwell Crescent", "the team decides");
        assertThat(browser.get(neighbour.manage() + "/schemes").html().text()).doesNotContain("Bedwell Crescent");

        open();
        browser.post(neighbour.manage() + "/schemes/" + id() + "/join", Map.of());
        var asking = browser.get(browser.get(founder.manage() + "/schemes")
                .html()
                .selectFirst("a:contains(Write to the members)")
                .attr("href"));
        assertThat(asking.html().select("input, textarea")).isEmpty();
        var link = link(founder);
        assertThat(browser.get(link).html().text())
                .contains("Fewer than 5 members")
                .doesNotContain("example.org");
        var written = write(link, "Van seen twice", "A white van.\n\nPlease look out.");
        assertThat(written.status()).isEqualTo(303);
        assertThat(browser.get(written.location()).html().text()).contains("Your message is on its way");

        var mail = awaitMail("neighbour@example.org", 1);
        awaitMail("founder@example.org", 2);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(3);
        assertThat(mail.subject()).isEqualTo("Bedwell Crescent: Van seen twice");
        assertThat(mail.text())
                .contains("A white van.", "Its coordinator wrote it, not the police.", mail.link("unsubscribe"))
                .doesNotContain("founder@example.org");
        assertThat(mail.text().strip().indexOf("Its coordinator wrote it, not the police."))
                .as("before the message")
                .isBetween(0, mail.text().indexOf("Van seen twice"));
        assertThat(mail.from()).isEqualTo("Bedwell Crescent, a neighbours’ scheme");
        assertThat(mail.text().lines()).containsSequence("-- ", "Bedwell Crescent, a neighbours’ scheme");
        assertThat(mail.html()).contains("<div class=\"brand\">Bedwell Crescent, a neighbours’ scheme</div>");
        assertThat(mail.text() + mail.html())
                .as("nowhere does the mail bear the name of the police")
                .doesNotContain("Neighbourhood policing in");
        assertThat(browser.as(OLIVE).get("/staff/alerts/schemes").html().text()).contains("Van seen twice");
        assertThat(jdbc.sql("select action from audit.deed where subject = :id")
                        .param("id", id())
                        .query(String.class)
                        .list())
                .containsExactly("scheme.open");
    }

    @Test
    void only_the_coordinator_of_an_open_scheme_writes_and_no_more_than_twice_a_day() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        var member = confirmed("member@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        assertThat(ask(founder).status()).as("too early").isEqualTo(404);
        open();
        browser.post(member.manage() + "/schemes/" + id() + "/join", Map.of());
        assertThat(ask(member).status()).as("not theirs to say").isEqualTo(404);
        assertThat(browser.get(member.manage() + "/schemes/" + id() + "/write").status())
                .isEqualTo(404);

        var first = link(founder);
        assertThat(write(first, "", "Text").html().text()).contains("Enter a subject");
        assertThat(write(first, "One", "Text").status()).isEqualTo(303);
        assertThat(write(link(founder), "Two", "Text").status()).isEqualTo(303);
        var last = link(founder);
        var third = write(last, "Three", "Text");
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.html().text()).contains("at most 2 messages a day");
        assertThat(third.html().selectFirst("#heading").val()).isEqualTo("Three");
        clock.moveBy(Duration.ofDays(1).plusMinutes(1));
        var tomorrow = link(founder);
        browser.as(OLIVE).post("/staff/alerts/schemes/" + id() + "/close", Map.of());
        assertThat(write(tomorrow, "Closed", "Text").status()).isEqualTo(404);
        assertThat(browser.get(tomorrow).status()).isEqualTo(404);
        assertThat(ask(founder).status()).isEqualTo(404);
    }

    @Test
    void a_forwarded_email_lets_nobody_write_and_a_mailed_link_is_good_for_one_message_and_an_hour() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        open();

        // Who holds any email of the founder has their manage link; all they reach is an email to the founder.
        var tried = browser.post(
                founder.manage() + "/schemes/" + id() + "/write", Map.of("heading", "Not me", "body", "Pay here"));
        assertThat(tried.html().text()).contains("What you wrote was not sent", "We sent you an email");
        assertThat(tried.html().selectFirst("#body").text()).isEqualTo("Pay here");
        var mail = awaitMail("founder@example.org", 1);
        awaitQuiet();
        assertThat(MAIL.all()).as("nobody was written to").hasSize(1);
        assertThat(mail.subject()).isEqualTo("Your link to write to Bedwell Crescent");
        assertThat(mail.text()).contains("If you did not ask for this").doesNotContain("Pay here");
        var manage = founder.manage().substring("/alerts/manage/".length());
        assertThat(browser.get("/alerts/manage/" + manage + "/write").status()).isEqualTo(404);
        var link = mail.link("manage");
        assertThat(browser.get(link.replace("/write", "")).status())
                .as("no key to the founder's pages")
                .isEqualTo(404);

        // It waits for somebody to think, and to be corrected, for an hour.
        clock.moveBy(Duration.ofMinutes(59));
        assertThat(browser.get(link).status()).isEqualTo(200);
        assertThat(write(link, "", "Text").status()).isEqualTo(422);
        clock.moveBy(Duration.ofMinutes(2));
        var over = browser.get(link);
        assertThat(over.status()).isEqualTo(410);
        assertThat(over.html().text()).contains("This link has been used or has expired");
        assertThat(over.html().select("main input, main textarea")).isEmpty();
        var late = write(link, "A van", "It took me long to write.");
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.html().selectFirst("#body").text()).isEqualTo("It took me long to write.");

        // From there a new one is one press away, and what was typed stays.
        var action = late.html().selectFirst("main form").attr("action");
        var again = browser.post(action, Map.of("heading", "A van", "body", "It took me long to write."));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.html().selectFirst("#heading").val()).isEqualTo("A van");
        var fresh = awaitMail("founder@example.org", 2).link("manage");
        assertThat(write(fresh, "A van", "It took me long to write.").status()).isEqualTo(303);
        assertThat(awaitMail("founder@example.org", 3).subject()).isEqualTo("Bedwell Crescent: A van");
        assertThat(write(fresh, "Once more", "Text").status()).as("it was used").isEqualTo(410);
        assertThat(browser.get(fresh).status()).isEqualTo(410);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void no_more_than_five_links_a_day_are_mailed_whoever_asks_and_they_are_forgotten_after_a_month() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        open();
        var link = "";
        for (var n = 0; n < 5; n++) {
            link = link(founder);
        }
        assertThat(ask(founder).status()).isEqualTo(422);
        var refused = browser.post(link + "/link", Map.of("heading", "A van", "body", "Text"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().text()).contains("We email at most 5 links a day");
        assertThat(refused.html().selectFirst("#heading").val()).isEqualTo("A van");
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(5);

        clock.moveBy(Duration.ofDays(1).plusMinutes(1));
        assertThat(ask(founder).status()).isEqualTo(200);
        assertThat(writing.deleteExpired(clock.instant().plus(Duration.ofDays(28)), 10))
                .isZero();
        assertThat(writing.deleteExpired(clock.instant().plus(Duration.ofDays(29)), 10))
                .isEqualTo(5);
        assertThat(browser.get(link).status()).isEqualTo(410);
    }

    @Test
    void of_two_who_send_with_one_link_at_one_moment_one_is_heard() throws Exception {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        open();
        var link = link(founder);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = people.invokeAll(Collections.<Callable<Integer>>nCopies(
                    4, () -> write(link, "A van", "Text").status()));
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(303, 410, 410, 410);
        }
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void who_leaves_the_scheme_or_stops_all_emails_gets_nothing_more_of_it() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        var leaver = confirmed("leaver@example.org", STEVENAGE_NORTH);
        var stopper = confirmed("stopper@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        open();
        for (var one : new Confirmed[] {leaver, stopper}) {
            browser.post(one.manage() + "/schemes/" + id() + "/join", Map.of());
        }
        assertThat(browser.get(stopper.manage() + "/data").html().text()).contains("Your watch schemes");
        assertThat(browser.get(stopper.manage() + "/data.json").body()).contains("\"scheme\":\"Bedwell Crescent\"");
        browser.post(leaver.manage() + "/schemes/" + id() + "/leave", Map.of());
        browser.post(stopper.manage() + "/stop-all", Map.of());
        write(link(founder), "Who is left", "Text");
        awaitMail("founder@example.org", 2);
        awaitQuiet();
        assertThat(MAIL.all()).extracting(MailBoxes.Received::to).containsOnly("founder@example.org");
        assertThat(jdbc.sql("select count(*) from scheme_member")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        browser.post(founder.manage() + "/erase", Map.of());
        assertThat(jdbc.sql("select count(*) from scheme where founded_by is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void officers_decide_in_their_areas_only_and_only_staff_of_the_area_sees_them() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        assertThat(browser.as(OSCAR).get("/staff/alerts/schemes").html().text()).doesNotContain("Bedwell Crescent");
        assertThat(browser.as(OSCAR)
                        .post("/staff/alerts/schemes/" + id() + "/open", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/staff/alerts/schemes").status()).isEqualTo(401);
        var erin = staff("Erin Moss").as("editor").in(STEVENAGE_NORTH);
        assertThat(browser.as(erin).get("/staff/alerts/schemes").html().select("main button"))
                .as("sees it and decides nothing")
                .isEmpty();
        assertThat(browser.as(erin)
                        .post("/staff/alerts/schemes/" + id() + "/open", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(browser.as(staff("Otto Lane").as("operator").in(HERTFORDSHIRE))
                        .get("/staff/alerts/schemes")
                        .status())
                .isEqualTo(403);
        assertThat(browser.as(erin).get("/staff/alerts/waiting").body()).contains("\"items\":[]");
        assertThat(browser.as(OLIVE).get("/staff/alerts/waiting").body()).contains("1 watch scheme needs a decision");
        browser.as(OLIVE).post("/staff/alerts/schemes/" + id() + "/refuse", Map.of());
        assertThat(browser.as(OLIVE).get("/staff/alerts/waiting").body()).contains("\"items\":[]");
        assertThat(jdbc.sql("select state from scheme").query(String.class).single())
                .isEqualTo("refused");
    }

    @Test
    void whoever_founded_a_scheme_hears_by_mail_that_it_was_opened_or_refused() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        assertThat(browser.get(founder.manage() + "/schemes").html().text())
                .contains("The team will want to speak to you first", "give the name of the scheme");
        browser.as(OLIVE).post("/staff/alerts/schemes/" + id() + "/refuse", Map.of());
        var refused = awaitMail("founder@example.org", 1);
        assertThat(refused.subject()).isEqualTo("Your watch scheme was not opened: Bedwell Crescent");
        assertThat(refused.text())
                .contains("The team for Stevenage North", "To hear why, ask the team", "/your-area/stevenage")
                .doesNotContain("Olive");

        jdbc.sql("truncate scheme, scheme_member, scheme_message, writing_link").update();
        found(founder, "Bedwell Crescent");
        var path = "/staff/alerts/schemes/" + id() + "/open";
        browser.as(OLIVE).post(path, Map.of());
        browser.as(OLIVE).post(path, Map.of());
        var opened = awaitMail("founder@example.org", 2);
        assertThat(opened.subject()).isEqualTo("Your watch scheme is open: Bedwell Crescent");
        assertThat(opened.text()).contains("you are its coordinator", "Accuse nobody");
        assertThat(browser.get(opened.link("manage")).html().text()).contains("Write to the members");
        browser.as(OLIVE).post("/staff/alerts/schemes/" + id() + "/close", Map.of());
        awaitQuiet();
        assertThat(MAIL.all()).as("told once of each decision").hasSize(2);
    }

    @Test
    void staff_read_what_to_do_before_a_scheme_is_opened_and_who_may_not_decide_reads_who_does() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        assertThat(browser.as(OLIVE).get("/staff/alerts/schemes").html().text())
                .contains("Speak to the coordinator before you open a scheme")
                .doesNotContain("You can only view it");
        var ada = staff("Ada Ward").as("administrator").in(HERTFORDSHIRE);
        var seen = browser.as(ada).get("/staff/alerts/schemes").html();
        assertThat(seen.select("main button")).isEmpty();
        assertThat(seen.text())
                .contains("An officer for Stevenage North needs to decide, such as the sergeant. You can only view it.")
                .doesNotContain("Speak to the coordinator");
        open();
        assertThat(browser.as(ada).get("/staff/alerts/schemes").html().text())
                .contains("An officer for Stevenage North can close it.");
    }

    @Test
    void a_name_of_several_lines_or_one_that_turns_the_words_beside_it_around_is_refused() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        for (var name : List.of("Bedwell\r\nBcc: everybody@example.org", "\u202Ecilop eht Watch")) {
            var answer = found(founder, name);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.html().text()).contains("Enter a name of 60 characters or fewer");
        }
    }

    @Test
    void a_wish_with_faults_comes_back_with_what_was_typed_and_a_name_is_taken_once() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        var wrong = browser.post(
                founder.manage() + "/schemes", Map.of("name", "x".repeat(61), "kind", "secret", "area", WATFORD));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select(".govuk-error-summary a").eachText())
                .containsExactly(
                        "Enter a name of 60 characters or fewer",
                        "Select what the scheme is about",
                        "Choose one of the areas you follow");
        assertThat(found(founder, "Bedwell Crescent").status()).isEqualTo(303);
        assertThat(found(founder, "bedwell crescent").html().text())
                .contains("There is already a scheme with that name");
    }

    @Test
    void what_a_coordinator_wrote_is_forgotten_after_a_week() {
        var founder = confirmed("founder@example.org", STEVENAGE_NORTH);
        found(founder, "Bedwell Crescent");
        open();
        write(link(founder), "For a week", "Text");
        assertThat(schemes.deleteExpired(clock.instant().plus(Duration.ofDays(6)), 10))
                .isZero();
        assertThat(schemes.deleteExpired(clock.instant().plus(Duration.ofDays(8)), 10))
                .isEqualTo(1);
    }

    private Answer found(Confirmed founder, String name) {
        return browser.post(
                founder.manage() + "/schemes", Map.of("name", name, "kind", "neighbourhood", "area", STEVENAGE_NORTH));
    }

    /** Opens the one scheme; its founder's mail about that is read and gone. */
    private void open() {
        browser.as(OLIVE).post("/staff/alerts/schemes/" + id() + "/open", Map.of());
        awaitMail("founder@example.org", 1);
        MAIL.empty();
    }

    /** A coordinator asks for a link and finds it in their mailbox. */
    private String link(Confirmed coordinator) {
        assertThat(ask(coordinator).status()).isEqualTo(200);
        return await().until(() -> links().stream().filter(seen::add).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static List<String> links() {
        return MAIL.to("founder@example.org").stream()
                .filter(mail -> mail.subject().startsWith("Your link to write"))
                .map(mail -> mail.link("manage"))
                .toList();
    }

    private Answer ask(Confirmed coordinator) {
        return browser.post(coordinator.manage() + "/schemes/" + id() + "/write", Map.of());
    }

    private Answer write(String link, String heading, String body) {
        return browser.post(link, Map.of("heading", heading, "body", body));
    }

    private int messages() {
        return jdbc.sql("select count(*) from scheme_message")
                .query(Integer.class)
                .single();
    }

    private String id() {
        return jdbc.sql("select id::text from scheme").query(String.class).single();
    }
}
