package org.bluelamp.directory.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.contract.Example;
import org.bluelamp.testing.web.Caller;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class PrioritiesTest {

    private static final AreaCode WARE = new AreaCode("hertfordshire/east-herts/ware");
    private static final LocalDate TODAY = LocalDate.now();

    @LocalServerPort
    private int port;

    @Autowired
    private Priorities priorities;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper json;

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void clear() {
        database.sql("delete from priority").update();
    }

    @Test
    void a_neighbourhoods_page_shows_what_its_team_works_on_since_when_and_links_to_what_came_of_it() {
        told(1, "Theft of tools <b>from vans</b>", "Marking days", "open", TODAY.minusDays(40), TODAY.minusDays(40));
        Document page = page("/your-area/east-herts/ware");
        assertThat(page.select("main").text())
                .contains("Theft of tools <b>from vans</b>", "Marking days", "Priority since")
                .doesNotContain("more than three months ago");
        assertThat(page.select("main h3 b")).isEmpty();
        assertThat(page.select("a[href=/you-said-we-did/east-herts/ware]")).hasSize(1);
        assertThat(page("/your-area/east-herts/hertford").text()).doesNotContain("Marking days");
    }

    @Test
    void a_priority_that_nobody_reviewed_for_three_months_says_so() {
        told(1, "Old", null, "open", TODAY.minusMonths(8), TODAY.minusMonths(3));
        assertThat(page("/your-area/east-herts/ware").text()).contains("Last reviewed more than three months ago");
        told(
                2,
                "Old",
                null,
                "continued",
                TODAY.minusMonths(8),
                TODAY.minusMonths(3).plusDays(1));
        assertThat(page("/your-area/east-herts/ware").text())
                .contains("reviewed on")
                .doesNotContain("Last reviewed more than three months ago");
    }

    @Test
    void while_nothing_was_told_the_page_claims_nothing_and_still_leads_on() {
        Document page = page("/your-area/east-herts/ware");
        assertThat(page.select("main").text()).contains("No priorities of this team are known here at present");
        assertThat(page.select("a[href=/you-said-we-did/east-herts/ware]")).hasSize(1);
    }

    @Test
    void whatever_the_order_in_which_events_arrive_and_however_often_the_newest_stays() {
        List<Runnable> events = new ArrayList<>(List.of(
                () -> told(1, "First words", null, "open", TODAY, TODAY),
                () -> told(2, "Better words", "Patrols", "open", TODAY, TODAY),
                () -> told(3, "Better words", "Patrols", "completed", TODAY, TODAY),
                () -> told(2, "Better words", "Patrols", "open", TODAY, TODAY)));
        for (int seed = 0; seed < 12; seed++) {
            clear();
            Collections.shuffle(events, new Random(seed));
            events.forEach(Runnable::run);
            assertThat(priorities.of(WARE)).isEmpty();
        }
        told(4, "Opened again by a later version", null, "open", TODAY, TODAY);
        assertThat(priorities.of(WARE)).extracting(Priority::issue).containsExactly("Opened again by a later version");
    }

    @Test
    void the_oldest_comes_first() {
        told(1, "Newer", null, "open", TODAY, TODAY);
        priorities.changed(
                new PriorityChanged(
                        UUID.randomUUID(),
                        WARE.value(),
                        "Older",
                        null,
                        "open",
                        TODAY.minusDays(3),
                        null,
                        TODAY.minusDays(3)),
                Version.of(1));
        assertThat(priorities.of(WARE)).extracting(Priority::issue).containsExactly("Older", "Newer");
    }

    @Test
    void a_status_that_nobody_knows_is_not_taken_for_handled() {
        assertThatThrownBy(() -> told(1, "X", null, "paused", TODAY, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(priorities.of(WARE)).isEmpty();
    }

    @Test
    void every_example_of_the_contract_is_understood() {
        for (Example example : Contracts.examples(PriorityChanged.TYPE)) {
            JsonNode data = json.readTree(example.json());
            priorities.changed(json.readValue(example.json(), PriorityChanged.class), Version.of(1));
            boolean open =
                    List.of("open", "continued").contains(data.get("status").stringValue());
            List<Priority> held = priorities.of(new AreaCode(data.get("area").stringValue())).stream()
                    .filter(priority ->
                            priority.id().toString().equals(data.get("id").stringValue()))
                    .toList();
            assertThat(held).hasSize(open ? 1 : 0).allSatisfy(priority -> {
                assertThat(priority.issue()).isEqualTo(data.get("issue").stringValue());
                assertThat(priority.setOn()).isEqualTo(data.get("setOn").stringValue());
            });
        }
    }

    private void told(
            long version, String issue, @Nullable String action, String status, LocalDate setOn, LocalDate reviewedOn) {
        priorities.changed(
                new PriorityChanged(
                        id, WARE.value(), issue, action, status, setOn, action == null ? null : setOn, reviewedOn),
                Version.of(version));
    }

    private Document page(String path) {
        return new Caller(port).page(path);
    }
}
