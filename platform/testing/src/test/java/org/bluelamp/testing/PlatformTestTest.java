package org.bluelamp.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.bluelamp.local.rabbit.RabbitNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@PlatformTest(
        properties = {"spring.application.name=alerts", "PUBLIC_URL=https://alerts.example"},
        classes = PlatformTestTest.Nothing.class,
        webEnvironment = WebEnvironment.NONE)
class PlatformTestTest {

    @Value("${DATABASE_URL}")
    private String url;

    @Value("${DATABASE_USER}")
    private String user;

    @Value("${DATABASE_PASSWORD}")
    private String password;

    @Value("${spring.rabbitmq.virtual-host}")
    private String virtualHost;

    @Value("${PUBLIC_URL}")
    private String publicUrl;

    @Test
    void a_context_finds_an_empty_database_of_its_own() throws SQLException {
        TestDatabase database = new TestDatabase(url, user, password);
        try (Connection connection = database.dataSource().getConnection();
                ResultSet tables = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            tables.next();
            assertThat(tables.getInt(1)).isZero();
            connection.createStatement().execute("CREATE EXTENSION pg_trgm");
        }
        assertThat(user).isEqualTo("alerts");
    }

    @Test
    void a_context_finds_a_virtual_host_of_its_own_without_queues() {
        RabbitNode node = TestRabbit.shared();
        assertThat(node.queues(virtualHost)).isEmpty();
        assertThat(node.ctl("list_vhosts")).contains(virtualHost);
    }

    @Test
    void what_the_test_says_is_stronger_than_what_the_platform_says() {
        assertThat(publicUrl).isEqualTo("https://alerts.example");
    }

    @SpringBootConfiguration
    static class Nothing {}
}
