package org.bluelamp.gateway.page;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bluelamp.gateway.GatewayProperties;
import org.bluelamp.gateway.route.Service;
import org.bluelamp.gateway.signin.SignedIn;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.web.page.WaitingWork;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows an operator which services answer and what waits in each, and leads to what each could not handle. */
@Controller
class Operations {

    /** Longer than a service waits for its database before it says that it has none. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Pages pages;
    private final GatewayProperties properties;
    private final Resilience4JCircuitBreakerFactory breakers;
    private final WorkOfServices work;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Operations(
            Pages pages,
            GatewayProperties properties,
            Resilience4JCircuitBreakerFactory breakers,
            WorkOfServices work) {
        this.pages = pages;
        this.properties = properties;
        this.breakers = breakers;
        this.work = work;
    }

    @GetMapping("/staff/operations")
    PageView overview(Authentication authentication, HttpServletRequest request) {
        List<CompletableFuture<OperationsPage.ServiceState>> asked = Arrays.stream(Service.values())
                .map(service -> ask(service, work.forOperators(service, request)))
                .toList();
        List<OperationsPage.ServiceState> services =
                asked.stream().map(CompletableFuture::join).toList();
        return new PageView(
                "gateway/operations",
                pages.staff(StaffSection.OPERATIONS, "Operations", SignedIn.staff(authentication)),
                new OperationsPage(services));
    }

    private CompletableFuture<OperationsPage.ServiceState> ask(
            Service service, CompletableFuture<Optional<WaitingWork>> waiting) {
        URI health = properties.services().of(service).resolve("/actuator/health/work");
        HttpRequest request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure != null
                        ? OperationsPage.Readiness.SILENT
                        : answer.statusCode() == 200
                                ? OperationsPage.Readiness.READY
                                : OperationsPage.Readiness.NOT_READY)
                .thenCombine(
                        waiting,
                        (readiness, told) -> new OperationsPage.ServiceState(service, readiness, route(service), told));
    }

    /** A breaker exists from the first request on. */
    private OperationsPage.Route route(Service service) {
        return breakers.getCircuitBreakerRegistry()
                .find(service.id())
                .map(CircuitBreaker::getState)
                .map(state -> switch (state) {
                    case OPEN, FORCED_OPEN -> OperationsPage.Route.CUT;
                    case HALF_OPEN -> OperationsPage.Route.PROBING;
                    case CLOSED, DISABLED, METRICS_ONLY -> OperationsPage.Route.THROUGH;
                })
                .orElse(OperationsPage.Route.THROUGH);
    }
}
