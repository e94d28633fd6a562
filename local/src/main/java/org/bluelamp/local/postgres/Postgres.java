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
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Launch;
import org.bluelamp.local.process.Steps;
import org.bluelamp.local.process.Trees;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of our own, on the loopback interface, with passwords. */
public final class Postgres {

    /** The part's name, also of its log. */
    public static final String NAME = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final PostgresSettings settings;
    private @Nullable ChildProcess process;

    private Postgres(PostgresSettings settings) {
        this.settings = settings;
    }

    /** A server that is not started yet. */
    public static Postgres in(PostgresSettings settings) {
        return new Postgres(settings);
    }

    /**
     * Starts the server and waits until it serves, creating its data folder first when there is none; nothing happens
     * if it runs.
     *
     * @throws LocalException when it does not start
     */
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        Path home = PostgresBinaries.in(settings.cache());
        try {
            Files.createDirectories(settings.run());
            if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
                initialise(settings, home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not create the database folder: " + e.getMessage(), e);
        }
        ChildProcess started = ChildProcess.start(new Launch(
                NAME,
                settings.port(),
                Unprivileged.command(serverCommand(settings, home)),
                Map.of("LC_ALL", "C.UTF-8"),
                settings.data(),
                settings.run(),
                Farewell.INT));
        process = started;
        try {
            Await.ready(NAME, started, START_LIMIT, this::acceptsConnections);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private static void initialise(PostgresSettings settings, Path home) throws IOException {
        Path data = settings.data().toAbsolutePath();
        // Beside the final place, so that a folder that was only half filled is never taken for a database.
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Trees.delete(unfinished);
        Files.createDirectories(data.getParent());
        Path password = Files.createTempFile(data.getParent(), "initdb", ".password");
        try {
            Files.writeString(password, settings.password());
            Steps.run(
                    "Creating the database folder" + Unprivileged.hint(),
                    Unprivileged.command(List.of(
                            home.resolve("bin/initdb").toString(),
                            "--pgdata=" + unfinished,
                            "--username=postgres",
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            // A durable server writes all of it again at its first checkpoint.
                            "--no-sync")),
                    log(settings));
            Files.move(unfinished, data);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static Path log(PostgresSettings settings) {
        return settings.run().resolve(NAME + ".log");
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
                "shared_buffers=128MB",
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

    /** The server's process since the last start. */
    public List<ChildProcess> processes() {
        ChildProcess present = process;
        return present == null ? List.of() : List.of(present);
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
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
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
