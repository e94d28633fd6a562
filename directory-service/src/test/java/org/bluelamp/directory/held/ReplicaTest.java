package org.bluelamp.directory.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.directory.area.Testshire.EAST;
import static org.bluelamp.directory.area.Testshire.WEST;
import static org.bluelamp.directory.area.Testshire.area;
import static org.bluelamp.directory.area.Testshire.square;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.area.Outlines;
import org.bluelamp.directory.area.Testshire;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.PartialPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.service.area.AreaKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second instance of everything that is held in memory, on the same database, as another replica has it. */
@DirectoryTest
class ReplicaTest {

    private static final Postcode MIDDLE = new Postcode("ZZ11AA");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private AreaRegister register;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private Postcodes postcodes;

    @Autowired
    private JdbcClient database;

    @Autowired
    private HikariDataSource pool;

    private Neighbourhoods theirNeighbourhoods;
    private Outlines theirOutlines;
    private Postcodes theirPostcodes;
    private Refresher theirRefresher;

    @BeforeEach
    void another_replica_that_has_read_everything() {
        register.put(Testshire.areas());
        postcodes.put(List.of(new LocatedPostcode(MIDDLE, 1.5, 0.5, EAST, null, null, DemoData.SOURCE)));
        theirNeighbourhoods = beans.createBean(Neighbourhoods.class);
        theirOutlines = beans.createBean(Outlines.class);
        theirPostcodes = beans.createBean(Postcodes.class);
        theirRefresher = new Refresher(List.of(theirNeighbourhoods, theirOutlines, theirPostcodes));
        theirRefresher.start();
        await().until(() -> theirPostcodes.held().ifHeld().isPresent());
    }

    @AfterEach
    void as_it_was() {
        theirRefresher.stop();
        Testshire.forget(database);
        neighbourhoods.held().refresh();
        postcodes.held().refresh();
    }

    @Test
    void the_replica_that_moves_a_border_answers_by_it_at_once_and_the_other_within_seconds() {
        register.put(List.of(area(WEST, "Dale West", square(0, 1.7)), area(EAST, "Dale East", square(1.7, 2))));
        assertThat(neighbourhoods.at(1.5, 0.5)).contains(WEST);
        assertThat(postcodes.find(MIDDLE)).map(LocatedPostcode::neighbourhood).contains(WEST);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(theirNeighbourhoods.at(1.5, 0.5)).contains(WEST);
            assertThat(theirPostcodes.find(MIDDLE))
                    .map(LocatedPostcode::neighbourhood)
                    .contains(WEST);
            assertThat(theirOutlines
                            .current()
                            .within(AreaKind.NEIGHBOURHOOD, Testshire.DISTRICT)
                            .get(WEST)
                            .getArea())
                    .isEqualTo(1.7);
        });
        assertThat(theirPostcodes.held().ifHeld()).isPresent();
    }

    @Test
    void asking_needs_no_connection_to_the_database() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                all.add(pool.getConnection());
            }
            assertThat(theirNeighbourhoods.at(1.5, 0.5)).contains(EAST);
            assertThat(theirNeighbourhoods.near(1.5, 0.5, 10)).containsExactly(EAST);
            assertThat(theirNeighbourhoods.beside(WEST)).containsExactly(EAST);
            assertThat(theirPostcodes.find(MIDDLE)).isPresent();
            assertThat(theirPostcodes.neighbourhoods(new PartialPostcode("ZZ1", "")))
                    .containsExactly(EAST);
            assertThat(theirOutlines.current().around(WEST, 0.5)).hasSize(2);
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
