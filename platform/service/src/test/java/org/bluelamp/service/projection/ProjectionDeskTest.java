package org.bluelamp.service.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.service.ServiceForTests;
import org.bluelamp.testing.PlatformTest;
import org.bluelamp.testing.RuleMetrics;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;

@PlatformTest(
        classes = ServiceForTests.class,
        properties = {
            "spring.cloud.function.definition=directoryEvents",
            "spring.cloud.stream.bindings.directoryEvents-in-0.destination=directory",
            "spring.cloud.stream.rabbit.bindings.directoryEvents-in-0.consumer.binding-routing-key=directory.area.changed"
        })
@Import(ProjectionDeskTest.Copies.class)
class ProjectionDeskTest {

    private static final String DESK = "/staff/example/projections";
    private static final TestStaff OTTO = staff("Otto").as("operator").in("hertfordshire");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_operator_asks_an_owner_again_and_the_deed_is_on_record() {
        assertThat(by(OTTO).get(DESK).body()).contains("Ask directory for it again");
        long before = requests();

        Answer answer = by(OTTO).post(DESK + "/directory", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(by(OTTO).get(answer.header("Location")).body()).contains("The directory service was asked");
        assertThat(requests()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select staff_name from audit.deed where action = 'snapshot.requested'")
                        .query(String.class)
                        .list())
                .containsExactly("Otto");
    }

    @Test
    void nobody_is_asked_who_owns_nothing_that_is_copied_here() {
        assertThat(by(OTTO).post(DESK + "/harbour", Map.of()).status()).isEqualTo(404);
        assertThat(by(OTTO).get(DESK + "?asked=harbour").body()).doesNotContain("harbour");
    }

    @Test
    void only_operators_come_to_the_desk() {
        TestStaff erin = staff("Erin").as("editor").in("hertfordshire");

        assertThat(by(erin).get(DESK).status()).isEqualTo(403);
        assertThat(by(erin).post(DESK + "/directory", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void every_metric_of_a_service_that_an_alert_rule_reads_is_there() {
        String metrics = new Caller(port).get("/actuator/prometheus").body();

        for (String prefix : List.of("bluelamp_", "hikaricp_")) {
            assertThat(RuleMetrics.startingWith(prefix))
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(metrics).contains("\n" + metric + "{"));
        }
    }

    private Caller by(TestStaff member) {
        return new Caller(port).as(member);
    }

    /** Those that operators made, for the service itself asks once at its first start, whenever that is. */
    private long requests() {
        return jdbc.sql("""
                select (select count(*) from messaging.outbox where type = 'example.snapshot.requested')
                     - (select count(*) from messaging.snapshot_request)
                """).query(Long.class).single();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Copies {

        record SeenArea(String code) {}

        @Bean
        EventHandler<SeenArea> areaChanged() {
            return EventHandler.projecting("directory.area.changed", SeenArea.class, (area, version) -> {});
        }

        @Bean
        Consumer<Message<byte[]>> directoryEvents(EventDispatcher dispatcher) {
            return dispatcher::dispatch;
        }
    }
}
