package org.bluelamp.benchmarks.lookups;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.bluelamp.benchmarks.pages.TimesInside;
import org.bluelamp.local.Cache;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.LocalException;
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
import org.bluelamp.local.service.ServiceSettings;
import org.jspecify.annotations.Nullable;

/** The directory service with a PostgreSQL of its own, without a broker, which it does without for a while. */
public final class DirectoryAlone implements AutoCloseable {

    /** What the image and the manifests give it: 60 % of 640 MB, and the collector that Java takes for so little. */
    static final String HEAP = "-Xmx384m";

    /** Its class is not touched here: it is of the libraries that only the service has. */
    private static final String INSIDE = "org.bluelamp.benchmarks.lookups.InsideDirectory";

    private static final String NAME = "directory";
    private static final String PASSWORD = "for-benchmarks-only";
    private static final String JAR = "directory-service-1.0.0-SNAPSHOT.jar";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path folder;
    private final Postgres postgres;
    private final int port = Ports.free();
    private @Nullable ChildProcess service;

    /** Starts the database; the service is started by one of the methods. */
    public DirectoryAlone(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.postgres = Postgres.in(new PostgresSettings(
                this.folder.resolve("postgres"), run(), Cache.folder(), Ports.free(), PASSWORD, true));
        postgres.start();
        postgres.ensureDatabase(NAME, NAME, PASSWORD);
        Steps.run(
                "Unpacking the directory",
                List.of(
                        Java.launcher(),
                        "-Djarmode=tools",
                        "-jar",
                        Checkout.folder()
                                .resolve("directory-service/target")
                                .resolve(JAR)
                                .toString(),
                        "extract",
                        "--force",
                        "--destination",
                        app().toString()),
                run().resolve("extract.log"));
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Path app() {
        return folder.resolve("app");
    }

    private Path report() {
        return folder.resolve("inside.properties");
    }

    /** Starts the service as it is and stops it again: its tables are there then. */
    public void makeTables() {
        start(List.of());
        stop();
    }

    /** Starts the service as it is. */
    public void serve() {
        start(List.of());
    }

    /** Starts the service with {@link InsideDirectory} and {@link TimesInside} inside. */
    void start() {
        start(List.of("--spring.main.sources=" + INSIDE + "," + TimesInside.NAME));
    }

    private void start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Java.launcher(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + InsideDirectory.REPORT + "=" + report(),
                "-cp",
                app().resolve(JAR) + ":" + own(),
                "org.bluelamp.directory.DirectoryApplication"));
        command.addAll(arguments);
        ChildProcess started =
                ChildProcess.start(new Launch(NAME, port, command, environment(), run(), run(), Farewell.TERM));
        service = started;
        Await.ready(NAME, started, LIMIT, this::isReady);
    }

    /** Where the classes of this package lie. */
    private static Path own() {
        return Path.of(DirectoryAlone.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("PORT", Integer.toString(port)),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("DATABASE_URL", postgres.url(NAME)),
                Map.entry("DATABASE_USER", NAME),
                Map.entry("DATABASE_PASSWORD", PASSWORD),
                Map.entry("RABBITMQ_HOST", "127.0.0.1"),
                Map.entry("RABBITMQ_PORT", "1"),
                Map.entry("RABBITMQ_USER", "nobody"),
                Map.entry("RABBITMQ_PASSWORD", "nothing"),
                Map.entry("BLUELAMP_FORCE", Country.HOME));
    }

    /** What the service is told, for running a program of it beside it. */
    public ServiceSettings settings() {
        return new ServiceSettings(NAME, "directory-service", port, environment());
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

    /** What {@link InsideDirectory} found; waits for it. */
    Properties found() throws IOException {
        ChildProcess running = service;
        if (running == null) {
            throw new IllegalStateException("The directory was not started");
        }
        Await.ready(NAME, running, LIMIT, () -> Files.exists(report()));
        Properties found = new Properties();
        try (Reader reader = Files.newBufferedReader(report())) {
            found.load(reader);
        }
        String failed = found.getProperty("failed");
        if (failed != null) {
            throw new LocalException("Measuring inside the directory failed: " + failed);
        }
        return found;
    }

    /** An address of the service. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A connection as the service has it. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(postgres.url(NAME), NAME, PASSWORD);
    }

    /** What the service holds resident now. */
    long megabytes() {
        return RunningProcess.find(run(), NAME)
                .map(process -> process.residentBytes() / 1_048_576)
                .orElse(0L);
    }

    /** The processor time that the service has taken since it started. */
    Duration serviceTime() {
        return service == null ? Duration.ZERO : time(ProcessHandle.of(service.pid()).stream());
    }

    /** The processor time that the database's processes which now run have taken. */
    Duration databaseTime() {
        return time(postgres.processes().stream()
                .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants())));
    }

    private static Duration time(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void stop() {
        ChildProcess running = service;
        if (running != null) {
            running.stop(Duration.ofSeconds(20));
            service = null;
        }
    }

    @Override
    public void close() {
        stop();
        postgres.stop();
    }
}
