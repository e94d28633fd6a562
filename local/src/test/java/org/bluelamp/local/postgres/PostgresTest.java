package org.bluelamp.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.bluelamp.local.Cache;
import org.bluelamp.local.process.ChildProcess;
import org.bluelamp.local.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @TempDir
    private Path folder;

    @Test
    void a_second_start_finds_what_the_first_has_left() throws SQLException {
        Postgres first = start();
        try {
            first.ensureDatabase("news", "news", "one");
            execute(first, "CREATE TABLE article AS SELECT 'kept' AS title");
        } finally {
            first.stop();
        }

        Postgres second = start();
        try {
            second.ensureDatabase("news", "news", "one");
            assertThat(text(second, "news", "one", "SELECT title FROM article")).isEqualTo("kept");
        } finally {
            second.stop();
        }
        assertThat(second.processes()).noneMatch(ChildProcess::isAlive);
    }

    @Test
    void a_role_enters_only_its_own_database_and_only_with_its_password() {
        Postgres postgres = start();
        try {
            postgres.ensureDatabase("news", "news", "one");
            postgres.ensureDatabase("alerts", "alerts", "two");
            assertThatThrownBy(() -> text(postgres, "news", "wrong", "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("alerts"), "news", "one")
                            .close())
                    .hasMessageContaining("permission denied");
        } finally {
            postgres.stop();
        }
    }

    @Test
    void names_that_are_no_plain_words_are_refused() {
        Postgres postgres = start();
        try {
            assertThatThrownBy(() -> postgres.ensureDatabase("a\"; drop", "a", "p"))
                    .isInstanceOf(IllegalArgumentException.class);
        } finally {
            postgres.stop();
        }
    }

    private Postgres start() {
        Postgres postgres = Postgres.in(new PostgresSettings(
                // The checkout may lie in a folder with a space in its name.
                folder.resolve("my data"), folder, Cache.folder(), Ports.free(), "secret", false));
        postgres.start();
        return postgres;
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("news"), "news", "one")) {
            connection.createStatement().execute(sql);
        }
    }

    private static String text(Postgres postgres, String role, String password, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("news"), role, password);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
