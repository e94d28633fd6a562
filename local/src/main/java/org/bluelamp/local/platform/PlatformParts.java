package org.bluelamp.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.keycloak.Keycloak;
import org.bluelamp.local.keycloak.KeycloakSettings;
import org.bluelamp.local.mail.MailCatcher;
import org.bluelamp.local.part.Part;
import org.bluelamp.local.part.ProgramPart;
import org.bluelamp.local.postgres.Postgres;
import org.bluelamp.local.postgres.PostgresPart;
import org.bluelamp.local.postgres.PostgresSettings;
import org.bluelamp.local.process.AheadCache;
import org.bluelamp.local.process.ChildProcess;
import org.bluelamp.local.process.Ports;
import org.bluelamp.local.rabbit.RabbitNode;
import org.bluelamp.local.rabbit.RabbitPart;
import org.bluelamp.local.rabbit.RabbitSettings;
import org.bluelamp.local.secret.Secrets;
import org.bluelamp.local.service.Service;
import org.bluelamp.local.service.ServiceSettings;

/** The parts of a platform, and what each is told about the others. */
final class PlatformParts {

    /** How many parts start at the same time: starting is work for the processor, and small machines have two. */
    static final int AT_ONCE = 3;

    private static final List<String> FIRST_PAGES =
            List.of("/", "/your-area", "/news", "/alerts", "/alerts/sign-up", "/have-your-say", "/staff");

    private static final List<String> DATABASES =
            List.of("gateway", "directory", "news", "alerts", "feedback", Keycloak.NAME);

    private final PlatformOptions options;
    private final PlatformPorts ports;
    private final Secrets secrets;
    private final HttpClient http;
    private final ServiceSettings.Folders folders;
    private final List<ServiceSettings> services;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Part, Supplier<AheadCache>> recorded = new LinkedHashMap<>();

    PlatformParts(PlatformOptions options, HttpClient http) {
        this.options = options;
        this.ports = options.ports();
        this.secrets = Secrets.in(options.folder().secrets());
        this.http = http;
        this.folders = new ServiceSettings.Folders(options.folder().run(), options.cache(), options.checkout());
        services = List.of(
                service("directory", ports.directory(), Map.of()),
                new ServiceSettings("gateway", "gateway", ports.gateway(), gatewayEnvironment()),
                service(
                        "news",
                        ports.news(),
                        Map.of(
                                "WEBHOOK_KEYS",
                                secrets.keyset("news.webhook-keys"),
                                // A tool that is tried out runs on the same machine.
                                "BLUELAMP_WEBHOOK_PRIVATETARGETS",
                                "true")),
                service("alerts", ports.alerts(), alertsEnvironment()),
                service(
                        "feedback",
                        ports.feedback(),
                        Map.of(
                                "CONTACT_KEYS",
                                secrets.keyset("feedback.contact-keys"),
                                "TRANSFER_KEY",
                                secrets.key("feedback.transfer-key"),
                                // A council that is tried out runs on the same machine.
                                "BLUELAMP_FEEDBACK_COUNCIL_PRIVATEENDPOINTS",
                                "true")));
        parts.add(postgres());
        parts.add(rabbit());
        KeycloakSettings keycloak = keycloak();
        record(new ProgramPart(Keycloak.program(keycloak, options.ahead()), http), () -> Keycloak.ahead(keycloak));
        for (ServiceSettings service : services) {
            Set<String> needs = needs(service.name());
            record(
                    new ProgramPart(
                            Service.program(service, needs, folders, options.ahead(), size(service.name())), http),
                    () -> Service.ahead(service, folders));
        }
        parts.add(new ProgramPart(
                MailCatcher.program(ports.smtp(), ports.mail(), options.folder().run()), http));
    }

    private Service.Size size(String service) {
        return options.asDeployed().contains(service) ? Service.Size.DEPLOYED : Service.Size.DEMO;
    }

    private static Set<String> needs(String service) {
        return switch (service) {
            case "gateway" -> Set.of(Postgres.NAME);
            case "directory" -> Set.of(Postgres.NAME, RabbitNode.NAME);
            // They could do without the directory; but a small machine shall show the home page first.
            default -> Set.of(Postgres.NAME, RabbitNode.NAME, "directory");
        };
    }

    private void record(Part part, Supplier<AheadCache> cache) {
        parts.add(part);
        recorded.put(part, cache);
    }

    /** What a service is told. */
    ServiceSettings settings(String service) {
        return services.stream()
                .filter(settings -> settings.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new LocalException("There is no service " + service + "."));
    }

    /** One more process of a service, called {@code news-46213} after its port. */
    Part replica(String service) {
        ServiceSettings settings = settings(service);
        int port = Ports.free();
        ServiceSettings replica =
                new ServiceSettings(service + "-" + port, settings.module(), port, settings.environment());
        return new ProgramPart(Service.program(replica, Set.of(), folders, AheadCache.Use.USE, size(service)), http);
    }

    /** A process in the place of a service, on its port, that is told so much more. */
    Part standIn(String service, Map<String, String> besides) {
        ServiceSettings settings = settings(service);
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.putAll(besides);
        ServiceSettings standIn = new ServiceSettings(service, settings.module(), settings.port(), environment);
        return new ProgramPart(Service.program(standIn, Set.of(), folders, AheadCache.Use.USE, size(service)), http);
    }

    /** All parts, in the order in which they are wanted. */
    List<Part> all() {
        return parts;
    }

    /**
     * Ends the recordings of classes, one after the other, after each service has shown its pages once: what only a
     * page needs shall be in the cache too.
     */
    void finishRecordings() {
        for (String page : FIRST_PAGES) {
            visit(page);
        }
        for (Map.Entry<Part, Supplier<AheadCache>> entry : recorded.entrySet()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            entry.getKey().processes().stream()
                    .filter(ChildProcess::isAlive)
                    .findFirst()
                    .ifPresent(process -> entry.getValue().get().finishRecording(process.pid()));
        }
    }

    private void visit(String page) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(loopback(ports.gateway()) + page))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            // The page is not what matters here.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The address of a part past the gateway. */
    URI url(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(part -> URI.create(loopback(part.ports().getFirst())))
                .findFirst()
                .orElseThrow(() -> new LocalException("There is no part " + name + "."));
    }

    String publicUrl() {
        return "http://localhost:" + ports.gateway();
    }

    private String issuer() {
        return "http://localhost:" + ports.keycloak() + "/realms/bluelamp";
    }

    private Part postgres() {
        Map<String, String> passwords = new HashMap<>();
        DATABASES.forEach(name -> passwords.put(name, secrets.password("database." + name)));
        return new PostgresPart(
                new PostgresSettings(
                        data("postgres"),
                        options.folder().run(),
                        options.cache(),
                        ports.postgres(),
                        secrets.password("database.postgres"),
                        true),
                passwords);
    }

    private Part rabbit() {
        return new RabbitPart(RabbitNode.in(new RabbitSettings(
                data("rabbitmq"),
                options.folder().run(),
                ports.rabbitmq(),
                ports.rabbitmqDistribution(),
                ports.epmd(),
                "bluelamp",
                secrets.password("rabbitmq"))));
    }

    private KeycloakSettings keycloak() {
        return new KeycloakSettings(
                data("keycloak"),
                options.folder().run(),
                options.cache(),
                options.checkout(),
                ports.keycloak(),
                databaseUrl(Keycloak.NAME),
                Keycloak.NAME,
                secrets.password("database." + Keycloak.NAME),
                Map.of("KEYCLOAK_CLIENT_SECRET", secrets.password("keycloak.client"), "PUBLIC_URL", publicUrl()));
    }

    private ServiceSettings service(String name, int port, Map<String, String> own) {
        Map<String, String> environment = common(name);
        environment.putAll(Map.of(
                "RABBITMQ_HOST",
                "127.0.0.1",
                "RABBITMQ_PORT",
                Integer.toString(ports.rabbitmq()),
                "RABBITMQ_USER",
                "bluelamp",
                "RABBITMQ_PASSWORD",
                secrets.password("rabbitmq"),
                "DEMO_DATA",
                Boolean.toString(options.demoData())));
        environment.putAll(own);
        environment.putAll(options.settings().getOrDefault(name, Map.of()));
        return new ServiceSettings(name, name + "-service", port, environment);
    }

    private Map<String, String> gatewayEnvironment() {
        Map<String, String> environment = common("gateway");
        environment.put("KEYCLOAK_CLIENT_SECRET", secrets.password("keycloak.client"));
        environment.put("DIRECTORY_URL", loopback(ports.directory()));
        environment.put("NEWS_URL", loopback(ports.news()));
        environment.put("ALERTS_URL", loopback(ports.alerts()));
        environment.put("FEEDBACK_URL", loopback(ports.feedback()));
        // The same one: all of it is on the loopback interface.
        environment.put("MANAGEMENT_PORT", Integer.toString(ports.gateway()));
        return environment;
    }

    private Map<String, String> alertsEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", Integer.toString(ports.smtp()));
        environment.put("SMTP_USER", "");
        environment.put("SMTP_PASSWORD", "");
        environment.put("MAIL_FROM", "alerts@bluelamp.example");
        environment.put("TEST_MAIL_ALLOWED", "@bluelamp.example");
        environment.put("APPROVERS_MAIL", "approvers@bluelamp.example");
        environment.put("ADDRESS_KEYS", secrets.keyset("alerts.address-keys"));
        environment.put("ADDRESS_HASH_KEY", secrets.key("alerts.address-hash-key"));
        environment.put("LINK_KEY", secrets.key("alerts.link-key"));
        environment.put("WEBHOOK_KEYS", secrets.keyset("alerts.webhook-keys"));
        // A tool that is tried out runs on the same machine.
        environment.put("BLUELAMP_WEBHOOK_PRIVATETARGETS", "true");
        return environment;
    }

    private Map<String, String> common(String name) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATABASE_URL", databaseUrl(name));
        environment.put("DATABASE_USER", name);
        environment.put("DATABASE_PASSWORD", secrets.password("database." + name));
        environment.put("KEYCLOAK_ISSUER", issuer());
        environment.put("PUBLIC_URL", publicUrl());
        environment.put("CONTACT_URL", "mailto:website@hertfordshire.example");
        return environment;
    }

    private String databaseUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name;
    }

    private Path data(String name) {
        return options.folder().data().resolve(name);
    }

    private static String loopback(int port) {
        return "http://127.0.0.1:" + port;
    }
}
