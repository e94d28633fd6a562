package org.bluelamp.feedback.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TallyWorkTest extends RoundScene {

    @Autowired
    private Results results;

    @AfterEach
    void nothingIsRefusedAnyMore() {
        jdbc.sql("alter table round_result drop constraint if exists refused").update();
    }

    @Test
    void a_round_that_cannot_be_added_up_holds_up_no_other() {
        Round refused = planned();
        jdbc.sql("alter table round_result add constraint refused check (round_id <> '" + refused.id() + "')")
                .update();
        days(1, refused.id());
        closed((Open) rounds.find(refused.id()).orElseThrow());
        jdbc.sql("update round set opens_on = opens_on - 60, closes_on = closes_on - 60")
                .update();
        Open next = open();
        await().until(() -> results.of(next).isPresent());
        assertThat(results.of(rounds.find(refused.id()).orElseThrow())).isEmpty();
    }
}
