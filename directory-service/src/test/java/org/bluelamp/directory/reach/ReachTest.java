package org.bluelamp.directory.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.contract.Example;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class ReachTest {

    private static final AreaCode WARE = new AreaCode("hertfordshire/east-herts/ware");

    @LocalServerPort
    private int port;

    @Autowired
    private Reaches reaches;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper json;

    @AfterEach
    void clear() {
        database.sql("delete from reach").update();
    }

    @Test
    void a_newer_figure_replaces_an_older_one_and_never_the_other_way_round() {
        told(2, 500);
        told(1, 100);
        assertThat(people()).isEqualTo(500);
        told(2, 600);
        assertThat(people()).isEqualTo(500);
        reaches.told(figure(600), Version.inSnapshot(2));
        assertThat(people()).isEqualTo(600);
    }

    @Test
    void every_example_of_the_contract_is_understood() {
        for (Example example : Contracts.examples(ReachChanged.TYPE)) {
            var told = json.readValue(example.json(), ReachChanged.class);
            reaches.told(told, Version.of(1));
            assertThat(reaches.find(new AreaCode(told.area())))
                    .as(example.name())
                    .hasValueSatisfying(reach -> assertThat(reach.channels()).isEqualTo(told.channels()));
        }
    }

    @Test
    void staff_of_the_area_read_whom_alerts_reach_and_the_public_page_says_nothing_of_it() {
        told(1, 5_150);
        var page = new Caller(port)
                .as(staff("Sam Hill").as("sergeant").in(WARE.value()))
                .get("/staff/directory/areas/" + WARE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().text())
                .contains("Whom alerts to all of this area reach By email about 5,150 people")
                .contains("It has 15,400 households");
        assertThat(new Caller(port).get("/your-area/east-herts/ware").body()).doesNotContain("5,150");
    }

    private void told(long version, int people) {
        reaches.told(figure(people), Version.of(version));
    }

    private static ReachChanged figure(int people) {
        return new ReachChanged(
                WARE.value(), LocalDate.of(2026, 11, 26), 15_400, List.of(new AreaReach.Channel("mail", people)));
    }

    private int people() {
        return reaches.find(WARE).orElseThrow().channels().getFirst().reachable();
    }
}
