package org.bluelamp.feedback.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoPrioritiesTest extends FeedbackTest {

    @Autowired
    private JsonMapper json;

    @Autowired
    private Areas areas;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void every_priority_of_the_demo_is_set_once_counts_its_concerns_and_keeps_the_contract(
            @Autowired Themes themes,
            @Autowired Intake intake,
            @Autowired CaseDesk cases,
            @Autowired Desk desk,
            @Autowired Priorities priorities,
            @Autowired Outbox outbox,
            @Autowired Notices notices,
            @Autowired AuditTrail audit)
            throws IOException {
        JsonNode file = json.readTree(getClass().getResourceAsStream("/demo/priorities.json"));
        for (JsonNode one : file) {
            area(one.get("area").stringValue(), "neighbourhood", "A place", 1);
        }
        new DemoConcerns(json, areas, themes, intake, cases, transaction, Clock.systemUTC()).onStart();
        DemoPriorities demo = new DemoPriorities(
                json, areas, desk, priorities, outbox, notices, audit, transaction, Clock.systemUTC());
        demo.onStart();
        demo.onStart();
        assertThat(count("priority")).isEqualTo(file.size());
        assertThat(jdbc.sql("select count(distinct area_code) from priority")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(30);
        assertThat(jdbc.sql("select count(*) from priority where evidence > 0")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(10);
        assertThat(jdbc.sql("select distinct status from priority")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("open", "continued", "replaced", "completed");
        jdbc.sql("select id::text from priority")
                .query(String.class)
                .list()
                .forEach(id -> assertThat(announced(id))
                        .isNotEmpty()
                        .allSatisfy(event -> Contracts.validate(event.type(), event.data())));
    }

    @Test
    void the_messages_of_the_demo_are_sent_once_and_one_is_answered(
            @Autowired ContactIntake intake, @Autowired CaseDesk desk) throws IOException {
        hertfordshireIsKnown();
        DemoMessages demo = new DemoMessages(json, areas, intake, desk, transaction, Clock.systemUTC());
        demo.onStart();
        demo.onStart();
        assertThat(jdbc.sql("select state, count(*) from \"case\" group by state order by state")
                        .query((row, n) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("answered 1", "received 3");
    }
}
