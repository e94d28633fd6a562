package org.bluelamp.feedback.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasuresTest extends FeedbackTest {

    private static final AreaCode NORTH = new AreaCode(STEVENAGE_NORTH);
    private static final StaffMember OLIVE = new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(NORTH));

    @Autowired
    private ContactIntake intake;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Measures measures;

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
        jdbc.sql("delete from messaging.outbox where type = 'feedback.answer.measured'")
                .update();
    }

    @Test
    void how_a_team_answers_is_told_as_the_contract_says_once_a_day_whether_it_changed_or_not() {
        Reference inTime = send("in time");
        Reference late = send("late");
        Reference program = send("a program's");
        desk.close(OLIVE, program, 1, Closing.NO_MESSAGE);
        desk.close(OLIVE, send("There is a bomb"), 1, Closing.HOAX);
        clock.moveBy(Duration.ofHours(10));
        desk.answer(OLIVE, inTime, 1, "Yes", "a");
        clock.moveBy(Duration.ofHours(70));
        desk.answer(OLIVE, late, 1, "Yes", "b");
        send("waiting");
        assertThat(measures.measure()).isEqualTo(3);
        send("another that nobody shall know of by the minute");
        assertThat(measures.measure()).isZero();
        assertThat(announced(STEVENAGE_NORTH)).hasSize(1).first().satisfies(event -> {
            Contracts.validate(event.type(), event.data());
            JsonNode data = JsonMapper.shared().readTree(event.data());
            assertThat(data.get("received").intValue()).isEqualTo(3);
            assertThat(data.get("answeredInTime").intValue()).isEqualTo(1);
            assertThat(data.get("answeredLate").intValue()).isEqualTo(1);
            assertThat(data.get("waiting").intValue()).isEqualTo(1);
            assertThat(data.get("overdue").intValue()).isZero();
            assertThat(data.get("medianHours").intValue()).isBetween(10, 11);
        });
        clock.moveBy(Duration.ofHours(73));
        assertThat(measures.measure()).isEqualTo(3);
        assertThat(announced(STEVENAGE_NORTH).getLast()).satisfies(event -> {
            assertThat(event.version()).isEqualTo(2);
            assertThat(JsonMapper.shared().readTree(event.data()).get("overdue").intValue())
                    .isEqualTo(2);
        });
    }

    @Test
    void who_asks_for_a_snapshot_is_told_what_was_counted_last() {
        measures.measure();
        try (var told = measures.snapshot()) {
            assertThat(told).hasSize(3);
        }
    }

    private Reference send(String text) {
        return intake.take(new ContactMessage(NORTH, Kind.MESSAGE, text, ContactDetails.NONE), text, null)
                .reference();
    }
}
