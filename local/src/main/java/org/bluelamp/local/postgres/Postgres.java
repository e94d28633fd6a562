package org.bluelamp.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.Await;
import org.bluelamp.local.process.ChildProcess;
import org.bluelamp.local.process.Launch;

/** A PostgreSQL server of our own, on the loopback interface, with passwords. */
public final class Postgres {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final PostgresSettings settings;
    private final ChildProcess process;

    private Postgres(PostgresSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts a server, creating its data folder first when there is none.
     *
     * @param cache where program files are unpacked
     * @throws LocalException when it does not start
     */
    public static Postgres start(PostgresSettings settings, Path cache) {
        Path home = PostgresBinaries.in(cache);
        try {
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
                initialise(settings, home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChildProcess process = ChildProcess.start(new Launch(
                "PostgreSQL",
                Unprivileged.command(serverCommand(settings, home)),
                Map.of("LC_ALL", "C.UTF-8"),
                settings.data(),
                settings.log(),
                Launch.Farewell.INT));
        Postgres postgres = new Postgres(settings, process);
        try {
            Await.ready("PostgreSQL", process, START_LIMIT, postgres::acceptsConnections);
        } catch (RuntimeException e) {
            postgres.stop();
            throw e;
        }
        return postgres;
    }

    private static void initialise(PostgresSettings settings, Path home) throws IOException {
        Path parent = settings.data().toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path password = Files.createTempFile(parent, "initdb", ".password");
        try {
            Files.writeString(password, settings.password());
            Process initdb = new ProcessBuilder(Unprivileged.command(List.of(
                            home.resolve("bin/initdb").toString(),
                            "--pgdata=" + settings.data().toAbsolutePath(),
                            "--username=postgres",
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            // Everything is written once more at the end of a durable server's first checkpoint.
                            "--no-sync")))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                    .start();
            if (initdb.waitFor() != 0) {
                throw new LocalException("PostgreSQL could not create its data folder " + settings.data()
                        + Unprivileged.hint() + "; see " + settings.log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while creating the database folder", e);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static List<String> serverCommand(PostgresSettings settings, Path home) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                settings.data().toAbsolutePath().toString()));
        List<String> options = new ArrayList<>(List.of(
                "port=" + settings.port(),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=48MB",
                "timezone=UTC",
                "log_timezone=UTC"));
        if (!settings.durable()) {
            options.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        options.forEach(option -> {
            command.add("-c");
            command.add(option);
        });
        return command;
    }

    /** The port it listens on. */
    public int port() {
        return settings.port();
    }

    /** The server's process. */
    public ChildProcess process() {
        return process;
    }

    /** The JDBC address of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }

    /**
     * Makes sure that the database and a role owning it, of the given names, exist and that the role has the password.
     * Only the role can connect to its database.
     */
    public void ensureDatabase(String database, String role, String password) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name(role) + "'")) {
                statement.execute("CREATE ROLE " + quoted(role) + " LOGIN");
            }
            statement.execute("ALTER ROLE " + quoted(role) + " PASSWORD '" + password.replace("'", "''") + "'");
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name(database) + "'")) {
                // No checkpoint before the copy: it waits for every write of the other databases.
                statement.execute(
                        "CREATE DATABASE " + quoted(database) + " OWNER " + quoted(role) + " STRATEGY WAL_LOG");
                statement.execute("REVOKE CONNECT ON DATABASE " + quoted(database) + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new LocalException("Could not create the database " + database + ": " + e.getMessage(), e);
        }
    }

    /** Stops the server; committed data stays. */
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    private boolean acceptsConnections() {
        try (Connection connection = superuser()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection superuser() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection(url("postgres"), properties);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String quoted(String name) {
        return '"' + name(name) + '"';
    }

    private static String name(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a name for a database or role: " + name);
        }
        return name;
    }
}
