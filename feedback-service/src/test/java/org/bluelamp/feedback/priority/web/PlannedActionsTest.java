package org.bluelamp.feedback.priority.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.priority.PlannedAction;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.web.page.LondonTime;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlannedActionsTest extends FeedbackTest {

    private static final String LIST = "/staff/feedback/priorities";
    private static final AreaCode NORTH = new AreaCode(STEVENAGE_NORTH);
    private static final StaffMember SAM =
            new StaffMember("sam", "Sam", Set.of(Role.SERGEANT, Role.OFFICER), Set.of(NORTH));

    @Autowired
    private PriorityDesk desk;

    @Autowired
    private Priorities priorities;

    private Priority priority;

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
        priority = set(Set.of());
    }

    @Test
    void what_is_planned_stands_in_public_with_its_owner_and_day_and_then_with_what_came_of_it() throws Exception {
        LocalDate due = LondonTime.date(clock.instant()).plusDays(30);
        plan(1, "Speed checks <b>weekly</b>", "Roads policing unit", due)
                .andExpect(redirectedUrl(path() + "?done=planned"));
        assertThat(publicPage())
                .contains("What we have planned", "Speed checks <b>weekly</b>", "Roads policing unit, by")
                .contains(LondonTime.day(due));
        clock.moveBy(Duration.ofDays(32));
        Document staff = page(get(path()).with(as("sergeant", STEVENAGE_NORTH)));
        assertThat(staff.select(".govuk-tag").eachText()).contains("Late");
        String action = staff.select("a[href*=/actions/]:not([href$=/new])").attr("href");
        mvc.perform(post(action)
                        .param("version", "2")
                        .param("text", "Forty drivers were stopped")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(path() + "?done=finished"));
        assertThat(publicPage()).contains("done on", "Forty drivers were stopped");
        desk.complete(SAM, priority.id(), 3, "Half as many race now");
        assertThat(publicPage()).contains("What we planned", "Forty drivers were stopped", "Half as many race now");
        assertThat(announced(priority.id())).allSatisfy(event -> Contracts.validate(event.type(), event.data()));
        JsonNode told = JsonMapper.shared()
                .readTree(announced(priority.id()).getLast().data())
                .get("actions")
                .get(0);
        assertThat(told.get("owner").stringValue()).isEqualTo("Roads policing unit");
        assertThat(told.get("result").stringValue()).isEqualTo("Forty drivers were stopped");
        assertThat(deeds(priority.id()))
                .containsExactly(
                        "priority.set Sam",
                        "priority.planned Olive Marchetti",
                        "priority.action-done Olive Marchetti",
                        "priority.completed Sam");
    }

    @Test
    void what_is_not_complete_or_lies_in_the_past_comes_back_with_what_was_typed() throws Exception {
        Document page = page(plan(1, "", "x".repeat(81), LocalDate.of(2020, 2, 1))
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachText())
                .containsExactly(
                        "Enter what is to be done",
                        "Shorten this to 80 characters or fewer. You have used 81",
                        "The day by which it is to be done must be today or later");
        assertThat(page.select("input[name=due.year]").val()).isEqualTo("2020");
        assertThat(count("planned_action")).isZero();
    }

    @Test
    void of_two_who_plan_at_once_the_slower_is_told_and_loses_nothing_of_what_she_typed() throws Exception {
        LocalDate due = LondonTime.date(clock.instant()).plusDays(30);
        plan(1, "The first", "Team", due).andExpect(status().isSeeOther());
        Document page = page(plan(1, "The second", "Team", due)
                .andExpect(status().isConflict())
                .andReturn());
        assertThat(page.select(".govuk-error-summary").text()).contains("Olive Marchetti changed this priority");
        assertThat(page.select("textarea").text()).isEqualTo("The second");
        plan(2, "The second", "Team", due).andExpect(status().isSeeOther());
        assertThat(priorities.find(priority.id()).orElseThrow().undertaking().plan())
                .extracting(PlannedAction::text)
                .containsExactly("The first", "The second");
        UUID first = priorities
                .find(priority.id())
                .orElseThrow()
                .undertaking()
                .plan()
                .getFirst()
                .id();
        mvc.perform(post(path() + "/actions/" + first + "/drop")
                        .param("version", "3")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(path() + "?done=dropped"));
        assertThat(publicPage()).contains("The second").doesNotContain("The first");
    }

    @Test
    void what_was_set_by_mistake_is_taken_back_everywhere_but_for_those_whose_concerns_it_was_said_to_come_from()
            throws Exception {
        String link = concern();
        String reference =
                page(get(link + "/sent")).select(".govuk-panel strong").text();
        priority = set(Set.of(new Reference(reference)));
        assertThat(page(get(path() + "/withdraw").with(as("sergeant", STEVENAGE_NORTH)))
                        .text())
                .contains("Why was it set by mistake?");
        mvc.perform(post(path() + "/withdraw")
                        .param("version", "2")
                        .param("text", "It is of another neighbourhood")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(path() + "?done=withdraw"));
        assertThat(publicPage()).doesNotContain("It is of another neighbourhood");
        assertThat(page(get("/you-said-we-did/stevenage/stevenage-north")).select("section[aria-labelledby^=p-]"))
                .as("the other priority alone")
                .hasSize(1);
        assertThat(page(get(link)).text()).contains("Set by mistake and removed on", "It is of another neighbourhood");
        assertThat(page(get(path()).with(as("officer", STEVENAGE_NORTH))).text())
                .contains("taken back on")
                .doesNotContain("What residents see");
        assertThat(announced(priority.id()).getLast()).satisfies(event -> {
            Contracts.validate(event.type(), event.data());
            JsonNode data = JsonMapper.shared().readTree(event.data());
            assertThat(data.get("status").stringValue()).isEqualTo("replaced");
            assertThat(data.get("withdrawn").booleanValue()).isTrue();
        });
        assertThat(deeds(priority.id())).contains("priority.withdrawn Olive Marchetti");
    }

    @Test
    void rights_hold_both_ways() throws Exception {
        desk.plan(
                SAM,
                priority.id(),
                1,
                PlannedAction.of(
                        "Checks", "Team", LondonTime.date(clock.instant()).plusDays(3)));
        UUID action = priorities
                .find(priority.id())
                .orElseThrow()
                .undertaking()
                .plan()
                .getFirst()
                .id();
        for (String address : List.of(path() + "/actions/new", path() + "/actions/" + action, path() + "/withdraw")) {
            mvc.perform(get(URI.create(address)).with(as("sergeant", STEVENAGE_NORTH)))
                    .andExpect(status().isOk());
            mvc.perform(get(URI.create(address)).with(as("administrator", "hertfordshire")))
                    .andExpect(status().isOk());
            for (var stranger : List.of(as("officer", STEVENAGE_NORTH), as("sergeant", TOWN_CENTRE))) {
                mvc.perform(get(URI.create(address)).with(stranger)).andExpect(status().isForbidden());
                mvc.perform(post(URI.create(address))
                                .param("version", "2")
                                .param("text", "Mine")
                                .with(stranger))
                        .andExpect(status().isForbidden());
            }
            mvc.perform(get(URI.create(address))).andExpect(status().isUnauthorized());
        }
        mvc.perform(post(path() + "/actions/" + action + "/drop")
                        .param("version", "2")
                        .with(as("sergeant", TOWN_CENTRE)))
                .andExpect(status().isForbidden());
        mvc.perform(get(path() + "/actions/" + UUID.randomUUID()).with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(path()));
    }

    private String path() {
        return LIST + "/" + priority.id();
    }

    private ResultActions plan(long version, String text, String owner, LocalDate due) throws Exception {
        return mvc.perform(post(path() + "/actions/new")
                .param("version", String.valueOf(version))
                .param("text", text)
                .param("owner", owner)
                .param("due.day", String.valueOf(due.getDayOfMonth()))
                .param("due.month", String.valueOf(due.getMonthValue()))
                .param("due.year", String.valueOf(due.getYear()))
                .with(as("sergeant", STEVENAGE_NORTH)));
    }

    private String publicPage() throws Exception {
        return page(get("/you-said-we-did/stevenage/stevenage-north")).text();
    }

    private Priority set(Set<Reference> concerns) {
        return desk.set(
                SAM,
                PriorityId.next(),
                NORTH,
                new PriorityDesk.Words("Speeding", "Residents told us", "We look into it"),
                concerns);
    }

    private String concern() throws Exception {
        String there = mvc.perform(post("/have-your-say/stevenage/stevenage-north")
                        .param("themes", "speeding")
                        .param("text", "Cars race")
                        .param("effect", "a-lot")
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
