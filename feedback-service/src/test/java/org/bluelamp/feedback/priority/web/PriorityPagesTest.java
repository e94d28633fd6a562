package org.bluelamp.feedback.priority.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

class PriorityPagesTest extends FeedbackTest {

    private static final String LIST = "/staff/feedback/priorities";
    private static final String NEW = LIST + "/new?area=" + STEVENAGE_NORTH;
    private static final StaffMember SAM = new StaffMember(
            "sam", "Sam", Set.of(Role.SERGEANT, Role.OFFICER), Set.of(new AreaCode("hertfordshire/stevenage")));

    @Autowired
    private PriorityDesk desk;

    @Autowired
    private Priorities priorities;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Notices notices;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void a_sergeant_sets_a_priority_and_residents_read_it() throws Exception {
        Document form = page(get(NEW).with(as("sergeant", STEVENAGE_NORTH)));
        String action = form.select("main form").attr("action");
        mvc.perform(post(URI.create(action))
                        .param("issue", "Motorbikes <b>on paths</b>")
                        .param("why", "Children cannot walk home")
                        .param("action", "Patrols after school")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(there(action) + "?done=set"));
        MvcResult result = mvc.perform(get("/you-said-we-did/stevenage/stevenage-north"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("public")))
                .andReturn();
        assertThat(page(result).select("main").text())
                .contains("Motorbikes <b>on paths</b>", "Children cannot walk home", "Patrols after school");
        assertThat(page(result).select("main h3 b")).isEmpty();
        assertThat(page(get("/you-said-we-did")).text()).contains("Stevenage North 1 priority");
    }

    @Test
    void what_is_missing_or_too_long_is_said_beside_what_was_typed() throws Exception {
        String action = page(get(NEW).with(as("sergeant", STEVENAGE_NORTH)))
                .select("main form")
                .attr("action");
        MvcResult result = mvc.perform(post(URI.create(action))
                        .param("issue", " ")
                        .param("why", "x".repeat(1001))
                        .param("action", "Kept")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        Document page = page(result);
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#issue", "#why");
        assertThat(page.select("#action").text()).isEqualTo("Kept");
        assertThat(page.select("#why").first().wholeText().strip()).hasSize(1001);
        assertThat(page.select("main form").attr("action")).isEqualTo(action);
    }

    @Test
    void a_fourth_is_refused_with_the_reason_and_keeps_what_was_typed() throws Exception {
        String action = page(get(NEW).with(as("sergeant", STEVENAGE_NORTH)))
                .select("main form")
                .attr("action");
        for (String issue : new String[] {"One", "Two", "Three"}) {
            set(issue);
        }
        MvcResult result = mvc.perform(post(URI.create(action))
                        .param("issue", "Four")
                        .param("why", "It is too many")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(result).select(".govuk-error-summary").text()).contains("Complete or replace one of them");
        assertThat(page(result).select("#issue").val()).isEqualTo("Four");
        assertThat(page(get(LIST).with(as("sergeant", STEVENAGE_NORTH))).select("main a[href*=/new]"))
                .isEmpty();
    }

    @Test
    void reviewing_and_completing_tell_residents_the_progress_and_the_outcome() throws Exception {
        Priority priority = set("Motorbikes");
        step(priority, "review", 1, "Four were seized").andExpect(status().isSeeOther());
        assertThat(publicPage()).contains("What we are doing", "Progress on", "Four were seized");
        step(priority, "complete", 2, "No bike was seen for a month").andExpect(status().isSeeOther());
        assertThat(publicPage())
                .contains(
                        "has no priorities at the moment", "What changed", "No bike was seen for a month", "Completed");
        assertThat(page(get("/you-said-we-did")).text()).contains("Recently completed", "No bike was seen for a month");
    }

    @Test
    void what_was_replaced_says_why() throws Exception {
        Priority priority = set("Motorbikes");
        step(priority, "replace", 1, "Burglaries trouble more people now").andExpect(status().isSeeOther());
        assertThat(publicPage()).contains("Replaced", "Why it was replaced", "Burglaries trouble more people now");
    }

    @Test
    void who_was_slower_is_told_by_whom_and_keeps_what_was_typed() throws Exception {
        Priority priority = set("Motorbikes");
        desk.review(SAM, priority.id(), 1, "Four were seized");
        MvcResult result = step(priority, "complete", 1, "All gone")
                .andExpect(status().isConflict())
                .andReturn();
        Document page = page(result);
        assertThat(page.select(".govuk-error-summary").text()).contains("Sam changed this priority");
        assertThat(page.select("textarea").text()).isEqualTo("All gone");
        assertThat(page.select("input[name=version]").val()).isEqualTo("2");
        desk.complete(SAM, priority.id(), 2, "Done");
        step(priority, "complete", 2, "All gone").andExpect(redirectedUrl(LIST + "/" + priority.id()));
    }

    @Test
    void residents_and_sergeants_see_that_nobody_reviewed_it_for_three_months() throws Exception {
        Clock spring = Clock.fixed(Clock.systemUTC().instant().minus(Duration.ofDays(100)), ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> new PriorityDesk(priorities, outbox, notices, audit, spring)
                .set(
                        SAM,
                        PriorityId.next(),
                        new AreaCode(STEVENAGE_NORTH),
                        new PriorityDesk.Words("Old noise", "It is loud", ""),
                        Set.of()));
        assertThat(publicPage())
                .contains("Last reviewed more than three months ago", "has not decided what to do about it yet");
        assertThat(page(get(LIST).with(as("sergeant", STEVENAGE_NORTH))).text()).contains("Review overdue");
    }

    @Test
    void a_sergeant_is_told_three_weeks_before_a_priority_is_three_months_old_and_an_officer_of_elsewhere_is_not()
            throws Exception {
        Clock then = Clock.fixed(Clock.systemUTC().instant().minus(Duration.ofDays(80)), ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> new PriorityDesk(priorities, outbox, notices, audit, then)
                .set(
                        SAM,
                        PriorityId.next(),
                        new AreaCode(STEVENAGE_NORTH),
                        new PriorityDesk.Words("Ageing noise", "It is loud", ""),
                        Set.of()));
        set("Fresh noise");
        String list = page(get(LIST).with(as("sergeant", STEVENAGE_NORTH))).text();
        assertThat(list).contains("To be reviewed Ageing noise Review due soon before");
        assertThat(publicPage()).doesNotContain("Last reviewed more than three months ago");
        assertThat(page(get(LIST).with(as("officer", STEVENAGE_NORTH))).text()).doesNotContain("To be reviewed");
    }

    @Test
    void ticked_concerns_count_and_are_never_shown() throws Exception {
        String there = mvc.perform(post("/have-your-say/stevenage/stevenage-north")
                        .param("themes", "speeding")
                        .param("text", "A xylophone at night")
                        .param("effect", "some")
                        .param("opened", "1")
                        .param("token", "t"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String reference = page(get(there)).select(".govuk-panel strong").text();
        Priority priority = set("Noise");
        String path = LIST + "/" + priority.id() + "/evidence";
        Document form = page(get(path).with(as("sergeant", STEVENAGE_NORTH)));
        assertThat(form.select("input[type=checkbox]").eachAttr("value")).containsExactly(reference);
        mvc.perform(post(path)
                        .param("version", "1")
                        .param("concerns", reference, "nonsense")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        assertThat(publicPage()).contains("1 resident’s concern led to this").doesNotContain("xylophone");
        assertThat(page(get(path).with(as("sergeant", STEVENAGE_NORTH))).select("input[checked]"))
                .hasSize(1);
        mvc.perform(get(path).with(as("administrator", "hertfordshire"))).andExpect(status().isForbidden());
    }

    @Test
    void rights_hold_both_ways() throws Exception {
        Priority priority = set("Motorbikes");
        String one = LIST + "/" + priority.id();
        assertThat(page(get(LIST).with(as("officer", STEVENAGE_NORTH))).text()).contains("Motorbikes");
        mvc.perform(get(one).with(as("officer", STEVENAGE_NORTH))).andExpect(status().isOk());
        for (String address : List.of(NEW, one + "/words", one + "/review", one + "/evidence")) {
            mvc.perform(get(URI.create(address)).with(as("officer", STEVENAGE_NORTH)))
                    .andExpect(status().isForbidden());
            mvc.perform(get(URI.create(address)).with(as("sergeant", TOWN_CENTRE)))
                    .andExpect(status().isForbidden());
            mvc.perform(get(URI.create(address))).andExpect(status().isUnauthorized());
        }
        assertThat(page(get(LIST).with(as("sergeant", TOWN_CENTRE))).text()).doesNotContain("Motorbikes");
        mvc.perform(get(one).with(as("sergeant", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(one).with(as("editor", "hertfordshire"))).andExpect(status().isForbidden());
        mvc.perform(get(one + "/review").with(as("administrator", "hertfordshire")))
                .andExpect(status().isOk());
    }

    @Test
    void what_is_no_priority_or_no_neighbourhood_is_not_found() throws Exception {
        mvc.perform(get(LIST + "/" + PriorityId.next()).with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
        mvc.perform(get(LIST + "/" + set("Noise").id() + "/dance").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
        mvc.perform(get(LIST + "/new?area=hertfordshire").with(as("sergeant", "hertfordshire")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/you-said-we-did/stevenage/atlantis")).andExpect(status().isNotFound());
        mvc.perform(get("/you-said-we-did/stevenage")).andExpect(redirectedUrl("/you-said-we-did#stevenage"));
    }

    private ResultActions step(Priority priority, String step, long version, String text) throws Exception {
        return mvc.perform(post(LIST + "/" + priority.id() + "/" + step)
                .param("version", String.valueOf(version))
                .param("text", text)
                .with(as("sergeant", STEVENAGE_NORTH)));
    }

    private Priority set(String issue) {
        return desk.set(
                SAM,
                PriorityId.next(),
                new AreaCode(STEVENAGE_NORTH),
                new PriorityDesk.Words(issue, "Residents told us", "We look into it"),
                Set.of());
    }

    private String publicPage() throws Exception {
        return page(get("/you-said-we-did/stevenage/stevenage-north"))
                .select("main")
                .text();
    }

    private static String there(String action) {
        return LIST + "/" + action.substring(action.indexOf("id=") + 3);
    }
}
