package org.bluelamp.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.District;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

class ProjectionTest extends FeedbackTest {

    @Autowired
    private Areas areas;

    @Autowired
    private Teams teams;

    @Autowired
    private RabbitTemplate broker;

    @Test
    void areas_may_arrive_in_any_order() {
        List<Message<byte[]>> events = new ArrayList<>(List.of(
                areaChanged("hertfordshire", "force", "Hertfordshire", 1),
                areaChanged("hertfordshire/watford", "district", "Watford", 3),
                areaChanged("hertfordshire/watford", "district", "Old Watford", 2),
                areaChanged(TOWN_CENTRE, "neighbourhood", "Town Centre", 4),
                areaChanged(TOWN_CENTRE, "neighbourhood", "Centre", 3)));
        for (int seed = 0; seed < 12; seed++) {
            jdbc.sql("truncate area").update();
            Collections.shuffle(events, new Random(seed));
            events.forEach(event -> dispatch(fresh(event)));
            assertThat(areas.byDistrict()).singleElement().satisfies(district -> {
                assertThat(district.name()).isEqualTo("Watford");
                assertThat(district.neighbourhoods())
                        .singleElement()
                        .satisfies(area -> assertThat(area.name()).isEqualTo("Town Centre"));
            });
        }
    }

    /** As the runbook says: after a restore an owner counts from an earlier version again. */
    @Test
    void once_what_is_held_is_laid_down_the_older_state_of_an_owner_that_was_restored_is_taken() {
        area(TOWN_CENTRE, "neighbourhood", "Town Centre, said after the backup", 7);
        area("hertfordshire/watford", "district", "A district made after the backup", 1);
        area(TOWN_CENTRE, "neighbourhood", "Town Centre", 4);
        assertThat(name(TOWN_CENTRE)).as("too old as long as nobody says so").contains("after the backup");

        jdbc.sql("update area set version = 0").update();
        area(TOWN_CENTRE, "neighbourhood", "Town Centre", 4);
        assertThat(name(TOWN_CENTRE)).isEqualTo("Town Centre");
        area(TOWN_CENTRE, "neighbourhood", "Older than that", 3);
        assertThat(name(TOWN_CENTRE)).as("guarded again").isEqualTo("Town Centre");
        assertThat(jdbc.sql("select code from area where version = 0")
                        .query(String.class)
                        .list())
                .as("what the owner has no more")
                .containsExactly("hertfordshire/watford");
    }

    private String name(String area) {
        return jdbc.sql("select name from area where code = ?")
                .param(area)
                .query(String.class)
                .single();
    }

    @Test
    void a_neighbourhood_can_be_written_about_before_its_district_is_known() throws Exception {
        area(TOWN_CENTRE, "neighbourhood", "Town Centre", 1);
        assertThat(areas.byDistrict()).extracting(District::name).containsExactly("Other neighbourhoods");
        assertThat(page(get("/have-your-say/watford/town-centre")).select("h1").text())
                .contains("Town Centre");
    }

    @Test
    void areas_of_another_force_are_known_and_offered_to_nobody_even_where_names_are_the_same() throws Exception {
        area(TOWN_CENTRE, "neighbourhood", "Town Centre", 1);
        area("essex/watford/town-centre", "neighbourhood", "Town Centre of elsewhere", 1);
        assertThat(areas.area(new AreaCode("essex/watford/town-centre"))).isPresent();
        assertThat(areas.byDistrict())
                .flatExtracting(District::neighbourhoods)
                .extracting(Area::name)
                .containsExactly("Town Centre");
        assertThat(page(get("/have-your-say/watford/town-centre")).select("h1").text())
                .doesNotContain("elsewhere");
    }

    @Test
    void a_team_may_arrive_before_its_area_twice_and_late() {
        team(STEVENAGE_NORTH, "Stevenage North", "Bea Amadi", 5);
        team(STEVENAGE_NORTH, "Stevenage North", "Bea Amadi", 5);
        team(STEVENAGE_NORTH, "Stevenage North", "Her Predecessor", 4);
        assertThat(teams.of(new AreaCode(STEVENAGE_NORTH))).hasValueSatisfying(team -> {
            assertThat(team.lead()).isNotNull();
            assertThat(team.lead().title()).isEqualTo("Sergeant Bea Amadi");
            assertThat(team.namedContact()).isNotNull();
        });
    }

    @Test
    void an_area_that_makes_no_sense_is_not_taken_for_handled() {
        assertThatThrownBy(() -> area("Not A Code", "neighbourhood", "X", 1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> area(TOWN_CENTRE, "parish", "X", 1)).isInstanceOf(RuntimeException.class);
        assertThat(count("area")).isZero();
    }

    @Test
    void what_directory_publishes_reaches_the_projection_through_the_broker() {
        Message<byte[]> event = areaChanged(TOWN_CENTRE, "neighbourhood", "Town Centre", 1);
        broker.send("directory", "directory.area.changed", amqp(event));
        await().untilAsserted(() ->
                assertThat(areas.neighbourhood("watford/town-centre")).isPresent());
    }

    private static Message<byte[]> fresh(Message<byte[]> event) {
        return org.springframework.messaging.support.MessageBuilder.fromMessage(event)
                .setHeader(Envelope.ID, java.util.UUID.randomUUID().toString())
                .build();
    }

    private static org.springframework.amqp.core.Message amqp(Message<byte[]> event) {
        MessageProperties properties = new MessageProperties();
        event.getHeaders().forEach((name, value) -> {
            if (name.startsWith("cloudEvents_")) {
                properties.setHeader(name, value);
            }
        });
        properties.setContentType("application/json");
        return new org.springframework.amqp.core.Message(event.getPayload(), properties);
    }
}
