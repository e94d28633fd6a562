package org.bluelamp.service.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluelamp.service.ServiceForTests;
import org.bluelamp.testing.PlatformTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ADR 235 asks of a migration works with what every service is made of. */
@PlatformTest(classes = ServiceForTests.class, properties = "bluelamp.test.rabbit=false")
class MigrationTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Flyway flyway;

    @Test
    void an_index_is_made_at_the_start_without_holding_up_whoever_writes() {
        assertThat(jdbc.sql("""
                        select indisvalid from pg_index where indexrelid = 'lamp_by_colour'::regclass""").query(Boolean.class).single()).isTrue();
    }

    @Test
    void whoever_starts_while_another_migrates_waits_however_long_that_takes() {
        assertThat(flyway.getConfiguration().getLockRetryCount()).isEqualTo(-1);
        assertThat(flyway.getConfiguration()
                        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                        .isTransactionalLock())
                .as("no transaction is open meanwhile, for which an index would wait")
                .isFalse();
    }
}
