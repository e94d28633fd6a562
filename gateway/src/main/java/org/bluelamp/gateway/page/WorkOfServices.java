package org.bluelamp.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bluelamp.gateway.GatewayProperties;
import org.bluelamp.gateway.route.Service;
import org.bluelamp.gateway.signin.TokenRelay;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.web.page.WaitingWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services, all at once and in the name of who is signed in, what waits for them there. */
@Component
class WorkOfServices {

    private static final Logger log = LoggerFactory.getLogger(WorkOfServices.class);

    /** A home page that is late helps nobody: what has not answered by then is left out. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Map<StaffSection, Service> ASKED = Map.of(
            StaffSection.FEEDBACK, Service.FEEDBACK,
            StaffSection.NEWS, Service.NEWS,
            StaffSection.ALERTS, Service.ALERTS);

    private static final String OPERATIONS = "operations";

    private final GatewayProperties properties;
    private final TokenRelay tokens;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    WorkOfServices(GatewayProperties properties, TokenRelay tokens, JsonMapper json) {
        this.properties = properties;
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * What waits in those of the sections in which something can, from each service that was asked; empty where it did not
     * answer.
     */
    Map<StaffSection, List<Optional<WaitingWork>>> waiting(
            Collection<StaffSection> sections, HttpServletRequest request) {
        @Nullable String token = tokens.token(request);
        if (token == null) {
            return Map.of();
        }
        Map<StaffSection, List<CompletableFuture<Optional<WaitingWork>>>> asked = new EnumMap<>(StaffSection.class);
        ASKED.forEach((section, service) -> {
            if (sections.contains(section)) {
                asked.put(section, List.of(ask(service, "waiting", token)));
            }
        });
        if (sections.contains(StaffSection.OPERATIONS)) {
            asked.put(
                    StaffSection.OPERATIONS,
                    Arrays.stream(Service.values())
                            .map(service -> ask(service, OPERATIONS, token))
                            .toList());
        }
        Map<StaffSection, List<Optional<WaitingWork>>> answers = new EnumMap<>(StaffSection.class);
        asked.forEach((section, all) ->
                answers.put(section, all.stream().map(CompletableFuture::join).toList()));
        return answers;
    }

    /** What waits for operators in a service; empty when it does not answer. */
    CompletableFuture<Optional<WaitingWork>> forOperators(Service service, HttpServletRequest request) {
        @Nullable String token = tokens.token(request);
        return token == null ? CompletableFuture.completedFuture(Optional.empty()) : ask(service, OPERATIONS, token);
    }

    private CompletableFuture<Optional<WaitingWork>> ask(Service service, String what, String token) {
        URI address = properties.services().of(service).resolve("/staff/" + service.id() + "/" + what);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> read(service, answer))
                .exceptionally(failure -> {
                    log.warn("{} did not say what waits: {}", service.id(), failure.toString());
                    return Optional.empty();
                });
    }

    private Optional<WaitingWork> read(Service service, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            log.warn("{} answered {} when asked what waits", service.id(), answer.statusCode());
            return Optional.empty();
        }
        return Optional.of(json.readValue(answer.body(), WaitingWork.class));
    }
}
