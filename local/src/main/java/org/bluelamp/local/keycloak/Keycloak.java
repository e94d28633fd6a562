package org.bluelamp.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.local.part.Program;
import org.bluelamp.local.postgres.Postgres;
import org.bluelamp.local.process.AheadCache;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Java;
import org.bluelamp.local.process.Launch;

/** Keycloak with the realm of the repository, which is imported at the first start and kept afterwards. */
public final class Keycloak {

    /** The part's name, also of its log. */
    public static final String NAME = "keycloak";

    /** The first start creates the schema and imports the realm. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final String REALM = "realm-bluelamp.json";

    private Keycloak() {}

    /** The program of the settings; {@code ahead} says whether classes may be loaded from a cache. */
    public static Program program(KeycloakSettings settings, AheadCache.Use ahead) {
        return new Program(
                NAME,
                settings.port(),
                Set.of(Postgres.NAME),
                () -> launch(settings, ahead),
                URI.create("http://127.0.0.1:" + settings.port() + "/realms/bluelamp/.well-known/openid-configuration"),
                LIMIT);
    }

    /** The cache of the classes that Keycloak loads. */
    public static AheadCache ahead(KeycloakSettings settings) {
        return AheadCache.of(installation(settings).folder(), NAME);
    }

    private static KeycloakInstallation installation(KeycloakSettings settings) {
        return KeycloakInstallation.in(
                settings.cache(), settings.checkout().resolve("local/target/keycloak/keycloak.zip"));
    }

    private static Launch launch(KeycloakSettings settings, AheadCache.Use ahead) {
        KeycloakInstallation installation = installation(settings);
        Path home = settings.home().toAbsolutePath();
        try {
            prepare(home, installation, settings.checkout().resolve("keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not prepare Keycloak's folder: " + e.getMessage(), e);
        }
        List<String> command = new ArrayList<>(List.of(
                Java.launcher(), "-Xms64m", "-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(AheadCache.of(installation.folder(), NAME).options(ahead));
        command.addAll(installation.program(home));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--hostname=http://localhost:" + settings.port()));
        Map<String, String> environment = new HashMap<>(settings.placeholders());
        // Not on the command line, where every user of the machine could read it.
        environment.put("KC_DB_URL", settings.databaseUrl());
        environment.put("KC_DB_USERNAME", settings.databaseUser());
        environment.put("KC_DB_PASSWORD", settings.databasePassword());
        // Else whoever signs in over a connection that a restart of the database has cut is told of a wrong password.
        environment.put("QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true");
        return new Launch(NAME, settings.port(), command, environment, home, settings.run(), Farewell.TERM);
    }

    /** Each platform has a home of its own that borrows the program files. */
    private static void prepare(Path home, KeycloakInstallation installation, Path realm) throws IOException {
        for (String folder : List.of("data/import", "conf", "providers")) {
            Files.createDirectories(home.resolve(folder));
        }
        link(home.resolve("lib"), installation.folder().resolve("lib"));
        Path themes = realm.resolve("themes");
        if (Files.isDirectory(themes)) {
            link(home.resolve("themes"), themes);
        }
        Files.copy(
                realm.resolve(REALM), home.resolve("data/import").resolve(REALM), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target.toAbsolutePath());
    }
}
