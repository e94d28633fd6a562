package org.bluelamp.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.local.mail.Mail;
import org.bluelamp.local.part.Part;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformOptions;
import org.bluelamp.local.service.Service;
import org.bluelamp.local.service.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The platform that all journeys of one run share, started once from the jars of this build, and the browser. */
final class ThePlatform implements AutoCloseable {

    /** The password of all staff in the demo realm. */
    static final String DEMO_PASSWORD = "bluelamp-demo";

    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static final List<String> CHROMIUM_FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /**
     * A county of a handful of followers, in which an alert to all of them is nevertheless a large one; a message to
     * hundreds that takes long enough to look at; what a dead worker held is sent by another within half a minute; and
     * letters for which it is time all day.
     */
    private static final Map<String, String> SMALL_COUNTY = Map.of(
            "BLUELAMP_ALERTS_APPROVAL_ALONE", "6",
            "BLUELAMP_ALERTS_APPROVAL_SECOND", "8",
            "BLUELAMP_ALERTS_MAILSERVER_PERSECOND", "20",
            "BLUELAMP_ALERTS_DELIVERY_LEASE", "30s",
            "BLUELAMP_ALERTS_DELIVERY_LEASERESERVE", "10s",
            // Where the clock is set ahead, nobody waits an hour for the next mail to a team.
            "BLUELAMP_ALERTS_CASENEWS_LOOK", "1s",
            "BLUELAMP_ALERTS_CASENEWS_TEAMEVERY", "1s",
            "BLUELAMP_ALERTS_LETTERS_AT", "00:00",
            "BLUELAMP_ALERTS_LETTERS_LATEBY", "24h",
            "BLUELAMP_ALERTS_LETTERS_LOOK", "1s");

    private static @Nullable ThePlatform running;

    private final LocalPlatform platform;
    private final Playwright playwright;
    private final Browser browser;
    private final PushService pushService;

    private ThePlatform(LocalPlatform platform, Playwright playwright, Browser browser, PushService pushService) {
        this.platform = platform;
        this.playwright = playwright;
        this.browser = browser;
        this.pushService = pushService;
    }

    static ThePlatform running() {
        if (running == null) {
            throw new IllegalStateException("The platform has not been started");
        }
        return running;
    }

    private static ThePlatform start() {
        Path state = Path.of("target", "platform").toAbsolutePath();
        deleteRecursively(state);
        PushService pushService = new PushService();
        Map<String, String> settings = new HashMap<>(SMALL_COUNTY);
        settings.putAll(pushService.settings());
        LocalPlatform platform =
                LocalPlatform.start(PlatformOptions.onFreePorts(state).withSettings("alerts", settings));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(CHROMIUM_FLAGS));
        return new ThePlatform(platform, playwright, browser, pushService);
    }

    /** The address of the gateway, without a slash at the end. */
    String home() {
        return platform.url().toString();
    }

    /** The address of the realm that staff sign in to. */
    String realm() {
        return "http://localhost:" + platform.options().ports().keycloak() + "/realms/bluelamp";
    }

    /** What a program gets at an address; a path is one of the gateway. */
    HttpResponse<byte[]> fetch(String address) throws IOException {
        URI uri = URI.create(address.startsWith("http") ? address : home() + address);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Browser browser() {
        return browser;
    }

    /** Stops a service as an operator would. */
    void stop(String service) {
        platform.stop(service);
    }

    /** Kills a service as a failing machine would. */
    void kill(String service) {
        platform.kill(service);
    }

    /** Starts a service that does not run; does nothing when it does. */
    void start(String service) {
        if (!platform.isRunning(service)) {
            platform.start(service);
        }
    }

    /** Sets the clock of feedback ahead until it is {@link #start started} again: what it does in time is done at once. */
    void setAhead(Duration ahead) {
        platform.restartWith(
                "feedback", Map.of("BLUELAMP_CLOCK_AHEAD", ahead.toString(), "BLUELAMP_FEEDBACK_PROMISE_LOOK", "1s"));
    }

    /** What staff did with something, as {@code name: deed} in its order, from the record that nobody can change. */
    List<String> deeds(String service, String subject) {
        Map<String, String> environment =
                LocalPlatform.settings(platform.options(), service).environment();
        try (Connection connection = DriverManager.getConnection(
                        environment.get("DATABASE_URL"),
                        environment.get("DATABASE_USER"),
                        environment.get("DATABASE_PASSWORD"));
                PreparedStatement select = connection.prepareStatement(
                        "select staff_name || ': ' || action from audit.deed where subject = ? order by id")) {
            select.setString(1, subject);
            List<String> deeds = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    deeds.add(rows.getString(1));
                }
            }
            return deeds;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts one more process of a service, which shares its database and queues. */
    Part startReplica(String service) {
        return platform.startReplica(service);
    }

    /** Has followers brought in as operators do, from a file. */
    void importsFollowers(List<String> addresses, String area) {
        PlatformOptions options = platform.options();
        ServiceSettings alerts = LocalPlatform.settings(options, "alerts");
        var folders = new ServiceSettings.Folders(options.folder().run(), options.cache(), options.checkout());
        try {
            Path file = Files.createTempFile(options.folder().run(), "followers", ".csv");
            Files.writeString(
                    file,
                    addresses.stream()
                            .map(address -> "%s,%s,I agree to get emails,Elsewhere,2020-01-01T00:00:00Z%n"
                                    .formatted(address, area))
                            .collect(Collectors.joining("", "address,area,wording,organisation,confirmed_at\n", "")));
            Path log = options.folder().run().resolve("import.log");
            ProcessBuilder process = new ProcessBuilder(Service.importing(
                            alerts, folders, List.of("import", "subscribers", file.toString(), "--unsigned")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            process.environment().putAll(alerts.environment());
            int exit = process.start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("The import ended with " + exit + ": " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where browsers' notifications go. */
    PushService pushService() {
        return pushService;
    }

    /** Changes what a service keeps as no page can, such as by having the work of a day to do again. */
    void change(String service, String sql) {
        asked(service, sql, List.of(), PreparedStatement::executeUpdate);
    }

    /** What a count in a service's database comes to. */
    long count(String service, String sql, String... parameters) {
        return asked(service, sql, List.of(parameters), statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private <T> T asked(String service, String sql, List<String> parameters, Asking<T> asking) {
        Map<String, String> told =
                LocalPlatform.settings(platform.options(), service).environment();
        try (Connection database = DriverManager.getConnection(
                        told.get("DATABASE_URL"), told.get("DATABASE_USER"), told.get("DATABASE_PASSWORD"));
                PreparedStatement statement = database.prepareStatement(sql)) {
            for (int n = 0; n < parameters.size(); n++) {
                statement.setString(n + 1, parameters.get(n));
            }
            return asking.of(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of " + service + " did not answer", e);
        }
    }

    private interface Asking<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Everything that was caught, the newest first. */
    List<Mail> mails() {
        return platform.mailbox().mails();
    }

    List<Mail> mailsTo(String address) {
        return platform.mailbox().mailsTo(address);
    }

    Mail awaitMail(String address, Predicate<Mail> wanted) {
        return platform.mailbox().await(address, wanted, Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        platform.close();
        pushService.close();
    }

    private static Path chromium() {
        return CHROMIUM.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: apt-get install chromium"));
    }

    private static void deleteRecursively(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the platform before the first journey and stops it after the last. */
    static final class Lifecycle implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(ThePlatform.class, type -> {
                running = ThePlatform.start();
                return running;
            });
        }
    }
}
