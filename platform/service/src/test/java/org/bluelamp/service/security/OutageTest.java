package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.testing.staff.TestStaff.staff;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bluelamp.service.ServiceForTests;
import org.bluelamp.testing.PlatformTest;
import org.bluelamp.testing.TestDatabase;
import org.bluelamp.testing.TestPostgres;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@PlatformTest(
        classes = ServiceForTests.class,
        properties = {
            "bluelamp.test.rabbit=false",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys",
            "spring.datasource.hikari.connection-timeout=500"
        })
@Import(OutageTest.Counter.class)
class OutageTest {

    @Autowired
    private DataSource pool;

    @LocalServerPort
    private int port;

    @Value("${DATABASE_URL}")
    private String database;

    @Test
    void who_cannot_be_checked_while_keycloak_is_away_is_asked_to_come_back_and_others_are_answered() {
        Answer answer = new Caller(port)
                .as(staff("Erin").as("editor").in("hertfordshire"))
                .get("/staff/desk");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.body()).contains("not available right now");
        assertThat(new Caller(port).get("/staff/desk").status()).isEqualTo(401);
        assertThat(new Caller(port).get("/count").status()).isEqualTo(200);
    }

    @Test
    void while_the_database_is_away_a_page_says_so_and_one_that_needs_none_stands_and_the_service_stays_reachable()
            throws SQLException {
        String name = database.substring(database.lastIndexOf('/') + 1);
        TestDatabase other = TestPostgres.database("example");
        JdbcClient beside = JdbcClient.create(other.dataSource());
        beside.sql("alter database " + name + " with allow_connections false").update();
        try {
            beside.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                    .param(name)
                    .query()
                    .listOfRows();
            for (String path : new String[] {"/count", "/count-in-transaction"}) {
                Answer answer = new Caller(port).get(path);

                assertThat(answer.status()).as(path).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("30");
                assertThat(answer.body()).contains("not available right now");
            }
            assertThat(new Caller(port).get("/from-memory").status()).isEqualTo(200);
            assertThat(new Caller(port).get("/actuator/health/readiness").status())
                    .as("requests go on coming, for the sake of such pages")
                    .isEqualTo(200);
            assertThat(new Caller(port).get("/actuator/health/work").status())
                    .as("operators are told")
                    .isEqualTo(503);
            Answer form = new Caller(port).post("/count", Map.of("words", List.of("Cars & \"bikes\"", "Two")));
            assertThat(form.status()).isEqualTo(503);
            assertThat(form.html().select("main form").attr("action")).isEqualTo("/count");
            assertThat(form.html().select("main form [name=words]").eachAttr("value"))
                    .as("nobody has to type it again")
                    .containsExactly("Cars & \"bikes\"", "Two");
        } finally {
            beside.sql("alter database " + name + " with allow_connections true")
                    .update();
        }
        // Connections that broke meanwhile are noticed one by one, each by a request that is asked to come back.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new Caller(port).get("/count").status() == 200);
        pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    @RestController
    static class Counter {

        @Autowired
        private JdbcClient jdbc;

        @Autowired
        private TransactionOperations transactions;

        @PublicEndpoint
        @GetMapping("/count")
        long count() {
            return jdbc.sql("select count(*) from audit.deed").query(Long.class).single();
        }

        @PublicEndpoint
        @PostMapping("/count")
        long counted() {
            return count();
        }

        @PublicEndpoint
        @GetMapping("/count-in-transaction")
        long countInTransaction() {
            return transactions.execute(transaction -> count());
        }

        @PublicEndpoint
        @GetMapping("/from-memory")
        String fromMemory() {
            return "kept";
        }

        @StaffEndpoint(Role.EDITOR)
        @GetMapping("/staff/desk")
        String desk(StaffMember staff) {
            return staff.name();
        }
    }
}
