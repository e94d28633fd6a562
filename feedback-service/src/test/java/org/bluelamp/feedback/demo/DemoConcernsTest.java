package org.bluelamp.feedback.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.AreaArrived;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class DemoConcernsTest extends FeedbackTest {

    @Autowired
    private Areas areas;

    private DemoConcerns demo;

    @BeforeEach
    void demo(
            @Autowired JsonMapper json,
            @Autowired Themes themes,
            @Autowired Intake intake,
            @Autowired CaseDesk desk,
            @Autowired TransactionTemplate transaction)
            throws IOException {
        demo = new DemoConcerns(json, areas, themes, intake, desk, transaction, Clock.systemUTC());
    }

    @Test
    void the_concerns_of_a_neighbourhood_are_raised_when_it_is_heard_of_and_only_once() {
        demo.on(arrived(STEVENAGE_NORTH));
        demo.on(arrived(STEVENAGE_NORTH));
        assertThat(jdbc.sql("select distinct area_code from concern")
                        .query(String.class)
                        .list())
                .containsExactly(STEVENAGE_NORTH);
        assertThat(count("concern")).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from case_promise where answered_at <= due_at")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothing_is_raised_before_any_area_is_known() {
        demo.onStart();
        assertThat(count("concern")).isZero();
    }

    @Test
    void switched_on_later_it_raises_those_of_the_areas_known() {
        hertfordshireIsKnown();
        demo.onStart();
        demo.onStart();
        assertThat(count("concern")).isEqualTo(6);
    }

    private static AreaArrived arrived(String code) {
        return new AreaArrived(new Area(new AreaCode(code), AreaKind.NEIGHBOURHOOD, "A place"));
    }
}
