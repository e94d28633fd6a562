package org.bluelamp.benchmarks.stage;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
import org.bluelamp.local.service.ServiceSettings;
import org.jspecify.annotations.Nullable;

/** One service with a PostgreSQL of its own, without a broker, which each does without for a while. */
public final class ServiceAlone implements AutoCloseable {

    /** What the image and the manifests give it: 60 % of 640 MB, and the collector that Java takes for so little. */
    public static final String HEAP = "-Xmx384m";

    private static final String PASSWORD = "for-benchmarks-only";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path folder;
    private final String name;
    private final Map<String, String> own;
    private final Postgres postgres;
    private final int port = Ports.free();
    private @Nullable ChildProcess service;

    /**
     * Starts the database.
     *
     * @param folder for its data and logs
     * @param name of the service, such as {@code news}
     * @param own what the service reads from its environment besides what each does
     */
    public ServiceAlone(Path folder, String name, Map<String, String> own) {
        this.folder = folder.toAbsolutePath();
        this.name = name;
        this.own = Map.copyOf(own);
        this.postgres = Postgres.in(new PostgresSettings(
                this.folder.resolve("postgres"), run(), Cache.folder(), Ports.free(), PASSWORD, true));
        postgres.start();
        postgres.ensureDatabase(name, name, PASSWORD);
        Steps.run(
                "Unpacking the " + name + " service",
                List.of(
                        Java.launcher(),
                        "-Djarmode=tools",
                        "-jar",
                        Checkout.folder()
                                .resolve(module())
                                .resolve("target")
                                .resolve(jar())
                                .toString(),
                        "extract",
                        "--force",
                        "--destination",
                        app().toString()),
                run().resolve("extract.log"));
    }

    /**
     * Starts the service, which makes its tables, and waits until it is ready.
     *
     * @param options of Java, besides those that each service has
     * @param arguments of the service
     */
    public void start(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Java.launcher(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", app().resolve(jar()) + ":" + benchmarks(), application()));
        command.addAll(arguments);
        ChildProcess started =
                ChildProcess.start(new Launch(name, port, command, environment(), run(), run(), Farewell.TERM));
        service = started;
        Await.ready(name, started, LIMIT, this::isReady);
    }

    /** Waits, while the service runs, until something is so. */
    public void await(BooleanSupplier so) {
        ChildProcess running = service;
        if (running == null) {
            throw new IllegalStateException("The " + name + " service was not started");
        }
        Await.ready(name, running, LIMIT, so::getAsBoolean);
    }

    private String module() {
        return name + "-service";
    }

    private String jar() {
        return module() + "-1.0.0-SNAPSHOT.jar";
    }

    private String application() {
        return "org.bluelamp." + name + "." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                + "Application";
    }

    private Path app() {
        return folder.resolve("app");
    }

    private Path run() {
        return folder.resolve("run");
    }

    /** Where the classes of the benchmarks lie. */
    private static Path benchmarks() {
        return Path.of(ServiceAlone.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(Map.of(
                "PORT", Integer.toString(port),
                "SERVER_ADDRESS", "127.0.0.1",
                "DATABASE_URL", postgres.url(name),
                "DATABASE_USER", name,
                "DATABASE_PASSWORD", PASSWORD,
                "RABBITMQ_HOST", "127.0.0.1",
                "RABBITMQ_PORT", "1",
                "RABBITMQ_USER", "nobody",
                "RABBITMQ_PASSWORD", "nothing"));
        all.putAll(own);
        return all;
    }

    /** What the service is told, for running a program of it beside it. */
    public ServiceSettings settings() {
        return new ServiceSettings(name, module(), port, environment());
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
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A connection as the service has it. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(postgres.url(name), name, PASSWORD);
    }

    /** What the service holds resident now. */
    public long megabytes() {
        return RunningProcess.find(run(), name)
                .map(process -> process.residentBytes() / 1_048_576)
                .orElse(0L);
    }

    /** The processor time that the service has taken since it started. */
    public Duration serviceTime() {
        return service == null ? Duration.ZERO : time(ProcessHandle.of(service.pid()).stream());
    }

    /** The processor time that the database's processes which now run have taken. */
    public Duration databaseTime() {
        return time(postgres.processes().stream()
                .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants())));
    }

    private static Duration time(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Stops the service; the database stays. */
    public void stop() {
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
