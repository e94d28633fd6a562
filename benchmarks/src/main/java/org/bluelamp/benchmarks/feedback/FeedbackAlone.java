package org.bluelamp.benchmarks.feedback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bluelamp.benchmarks.pages.TimesInside;
import org.bluelamp.local.Cache;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.postgres.Postgres;
import org.bluelamp.local.postgres.PostgresSettings;
import org.bluelamp.local.process.Await;
import org.bluelamp.local.process.ChildProcess;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Java;
import org.bluelamp.local.process.Launch;
import org.bluelamp.local.process.Ports;
import org.bluelamp.local.process.RunningProcess;
import org.bluelamp.local.process.Steps;
import org.bluelamp.local.secret.Secrets;
import org.jspecify.annotations.Nullable;

/** The feedback service with a PostgreSQL of its own, without a broker, which it does without for a while. */
final class FeedbackAlone implements AutoCloseable {

    /** What the image and the manifests give it, and the collector that Java takes for so little. */
    static final String HEAP = "-Xmx384m";

    private static final String NAME = "feedback";
    private static final String PASSWORD = "for-benchmarks-only";
    private static final String JAR = "feedback-service-1.0.0-SNAPSHOT.jar";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path folder;
    private final Postgres postgres;
    private final int port = Ports.free();
    private @Nullable ChildProcess service;

    /** Starts the database and then the service, which makes the tables. */
    FeedbackAlone(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.postgres = Postgres.in(new PostgresSettings(
                this.folder.resolve("postgres"), run(), Cache.folder(), Ports.free(), PASSWORD, true));
        postgres.start();
        postgres.ensureDatabase(NAME, NAME, PASSWORD);
        Steps.run(
                "Unpacking the feedback service",
                List.of(
                        Java.launcher(),
                        "-Djarmode=tools",
                        "-jar",
                        Checkout.folder()
                                .resolve("feedback-service/target")
                                .resolve(JAR)
                                .toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.resolve("app").toString()),
                run().resolve("extract.log"));
        List<String> command = List.of(
                Java.launcher(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                this.folder.resolve("app").resolve(JAR) + ":" + own(),
                "org.bluelamp.feedback.FeedbackApplication",
                "--spring.main.sources=" + TimesInside.NAME);
        ChildProcess started =
                ChildProcess.start(new Launch(NAME, port, command, environment(), run(), run(), Farewell.TERM));
        service = started;
        Await.ready(NAME, started, LIMIT, this::isReady);
    }

    /** Where the classes of the benchmarks lie. */
    private static Path own() {
        return Path.of(FeedbackAlone.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("PORT", Integer.toString(port)),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("DATABASE_URL", postgres.url(NAME)),
                Map.entry("DATABASE_USER", NAME),
                Map.entry("DATABASE_PASSWORD", PASSWORD),
                Map.entry("BLUELAMP_FORCE", "shire"),
                Map.entry("CONTACT_KEYS", Secrets.newKeyset()),
                Map.entry("RABBITMQ_HOST", "127.0.0.1"),
                Map.entry("RABBITMQ_PORT", "1"),
                Map.entry("RABBITMQ_USER", "nobody"),
                Map.entry("RABBITMQ_PASSWORD", "nothing"));
    }

    private boolean isReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(url("/actuator/health/readiness"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An address of the service. */
    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A connection as the service has it. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(postgres.url(NAME), NAME, PASSWORD);
    }

    /** What the service holds resident now. */
    long megabytes() {
        return RunningProcess.find(run(), NAME)
                .map(process -> process.residentBytes() / 1_048_576)
                .orElse(0L);
    }

    @Override
    public void close() {
        ChildProcess running = service;
        if (running != null) {
            running.stop(Duration.ofSeconds(20));
            service = null;
        }
        postgres.stop();
    }
}
