package org.bluelamp.feedback.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class RoundDeskTest extends RoundScene {

    @Autowired
    private RoundSnapshots snapshots;

    @Test
    void a_round_opens_by_itself_on_its_day_and_is_announced_once() {
        Round round = plannedFrom(today(), today().plusDays(28));
        await().untilAsserted(
                        () -> assertThat(rounds.find(round.id()).orElseThrow()).isInstanceOf(Open.class));
        desk.doWhatIsDue(round.id());
        assertThat(announced(round.id())).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("feedback.round.opened");
            Contracts.validate(event.type(), event.data());
            assertThat(event.data()).contains("What now?", today().plusDays(28).toString());
        });
    }

    @Test
    void it_closes_by_itself_after_its_last_day_and_others_hear_of_it() {
        Open round = open();
        days(28, round.id());
        assertThat(rounds.find(round.id()).orElseThrow()).isInstanceOf(Open.class);
        days(29, round.id());
        assertThat(rounds.find(round.id()).orElseThrow()).isInstanceOf(Closed.class);
        assertThat(announced(round.id()))
                .extracting(Announced::type)
                .containsExactly("feedback.round.opened", "feedback.round.closed");
        announced(round.id()).forEach(event -> Contracts.validate(event.type(), event.data()));
    }

    @Test
    void a_round_that_asks_nothing_does_not_open() {
        Round round = planned();
        Round empty = desk.ask(SAM, round.id(), round.version(), Survey.EMPTY);
        days(1, empty.id());
        assertThat(rounds.find(empty.id()).orElseThrow()).isInstanceOf(Planned.class);
    }

    @Test
    void two_rounds_of_a_neighbourhood_share_no_day() {
        plannedFrom(today(), today().plusDays(7));
        assertThatThrownBy(() -> plannedFrom(today().plusDays(7), today().plusDays(9)))
                .isInstanceOf(RoundsMeetException.class);
        assertThat(plannedFrom(today().plusDays(8), today().plusDays(9))).isInstanceOf(Planned.class);
    }

    @Test
    void the_next_round_begins_with_the_questions_of_the_last() {
        plannedFrom(today(), today().plusDays(7));
        Plan plan = new Plan(
                RoundId.next(),
                new AreaCode(STEVENAGE_NORTH),
                "Again",
                "We ask again.",
                List.of(),
                new Period(today().plusDays(30), today().plusDays(40)),
                Survey.EMPTY);
        assertThat(desk.plan(SAM, plan).survey()).isEqualTo(SURVEY);
    }

    @Test
    void once_open_its_questions_stay_and_only_its_last_day_moves() {
        Open round = open();
        assertThatThrownBy(() -> desk.ask(SAM, round.id(), round.version(), SURVEY))
                .isInstanceOf(StaleRoundException.class);
        assertThatThrownBy(() -> desk.remove(SAM, round.id(), round.version())).isInstanceOf(StaleRoundException.class);
        Round moved = desk.until(SAM, round.id(), round.version(), today().plusDays(3));
        assertThat(moved.plan().period().last()).isEqualTo(today().plusDays(3));
        assertThat(announced(round.id()))
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.version()).isEqualTo(moved.version()));
    }

    @Test
    void who_was_slower_overwrites_nothing() {
        Round round = planned();
        assertThatThrownBy(() -> desk.ask(SAM, round.id(), round.version() - 1, SURVEY))
                .isInstanceOf(StaleRoundException.class);
    }

    @Test
    void only_who_leads_the_team_plans() {
        StaffMember elsewhere = new StaffMember("o", "Oscar", Set.of(Role.SERGEANT), Set.of(new AreaCode(TOWN_CENTRE)));
        StaffMember officer = new StaffMember("p", "Pat", Set.of(Role.OFFICER), Set.of(new AreaCode(STEVENAGE_NORTH)));
        Round round = planned();
        assertThatThrownBy(() -> desk.round(elsewhere, round.id())).isInstanceOf(AccessDeniedException.class);
        assertThat(desk.round(officer, round.id())).isPresent();
        assertThatThrownBy(() -> desk.remove(officer, round.id(), round.version()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_snapshot_tells_what_is_open_and_what_is_over_and_nothing_that_is_planned() {
        Open over = open();
        closed(over);
        plannedFrom(today().plusDays(30), today().plusDays(40));
        assertThat(snapshots.snapshot()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("feedback.round.closed");
            assertThat(event.version()).isEqualTo(over.version() + 1);
        });
    }

    @Test
    void what_was_decided_is_told_again_with_the_decision() {
        Closed round = closed(open());
        desk.decide(SAM, round.id(), round.version(), "Forty people picked two.");
        assertThat(announced(round.id()).getLast().data()).contains("Forty people picked two.");
        announced(round.id()).forEach(event -> Contracts.validate(event.type(), event.data()));
    }
}
