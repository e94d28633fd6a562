package org.bluelamp.benchmarks.stage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.secret.Secrets;

/** Ways into the services' databases, which only a measuring program may take. */
public final class Databases {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final LocalPlatform platform;

    /** Those of the platform. */
    public Databases(LocalPlatform platform) {
        this.platform = platform;
    }

    /** A connection as the service itself has it. */
    public Connection connect(String service) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + platform.options().ports().postgres() + "/" + service;
        String password = secrets().password("database." + service);
        return DriverManager.getConnection(url, service, password);
    }

    /**
     * Has the server write out what it holds, as it does by itself every few minutes. Then the files of its log are used
     * again, as in a server that has run for a while, and not made first.
     */
    public void checkpoint() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + platform.options().ports().postgres() + "/postgres";
        try (Connection server =
                DriverManager.getConnection(url, "postgres", secrets().password("database.postgres"))) {
            run(server, "checkpoint");
        }
    }

    /** The secrets the platform was started with. */
    public Secrets secrets() {
        return Secrets.in(platform.options().folder().secrets());
    }

    /** The one number that a query answers. */
    public static long number(Connection database, String query) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Runs a statement. */
    public static void run(Connection database, String statement) throws SQLException {
        try (PreparedStatement prepared = database.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    /**
     * Asks until the answer is at least so much.
     *
     * @return the {@link System#nanoTime} of the answer
     * @throws IllegalStateException when it took longer than the limit
     */
    public static long awaitAtLeast(Connection database, String query, long wanted, Duration limit)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            long number = number(database, query);
            long now = System.nanoTime();
            if (number >= wanted) {
                return now;
            }
            if (now > end) {
                throw new IllegalStateException(
                        "Only " + number + " of " + wanted + " after " + limit.toSeconds() + " s: " + query);
            }
            Thread.sleep(LOOK_EVERY);
        }
    }
}
