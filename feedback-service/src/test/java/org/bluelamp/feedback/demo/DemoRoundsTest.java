package org.bluelamp.feedback.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class DemoRoundsTest extends RoundScene {

    @Test
    void the_rounds_of_the_demo_are_held_once_two_of_them_can_be_compared_and_one_is_open(
            @Autowired Areas areas,
            @Autowired Voices voices,
            @Autowired Outbox outbox,
            @Autowired AuditTrail audit,
            @Autowired ApplicationEventPublisher publisher) {
        DemoRounds demo =
                new DemoRounds(areas, rounds, voices, outbox, audit, publisher, transaction, Clock.systemUTC());
        demo.onStart();
        demo.onStart();
        assertThat(jdbc.sql("select area_code || ' ' || state from round order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        STEVENAGE_NORTH + " closed",
                        STEVENAGE_NORTH + " closed",
                        TOWN_CENTRE + " closed",
                        TOWN_CENTRE + " open");
        assertThat(count("voice where verified")).isEqualTo(320);
        jdbc.sql("select id::text from round")
                .query(String.class)
                .list()
                .forEach(id -> assertThat(announced(id))
                        .isNotEmpty()
                        .allSatisfy(event -> Contracts.validate(event.type(), event.data())));
    }
}
