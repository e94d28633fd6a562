package org.bluelamp.gateway.page;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bluelamp.gateway.GatewayProperties;
import org.bluelamp.gateway.route.Service;
import org.bluelamp.gateway.signin.SignedIn;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows an operator which services answer, and leads to what each could not handle. */
@Controller
class Operations {

    /** Longer than a service waits for its database before it says that it has none. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Pages pages;
    private final GatewayProperties properties;
    private final Resilience4JCircuitBreakerFactory breakers;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Operations(Pages pages, GatewayProperties properties, Resilience4JCircuitBreakerFactory breakers) {
        this.pages = pages;
        this.properties = properties;
        this.breakers = breakers;
    }

    @GetMapping("/staff/operations")
    PageView overview(Authentication authentication) {
        List<CompletableFuture<OperationsPage.ServiceState>> asked =
                Arrays.stream(Service.values()).map(this::ask).toList();
        List<OperationsPage.ServiceState> services =
                asked.stream().map(CompletableFuture::join).toList();
        return new PageView(
                "gateway/operations",
                pages.staff(StaffSection.OPERATIONS, "Operations", SignedIn.staff(authentication)),
                new OperationsPage(services));
    }

    private CompletableFuture<OperationsPage.ServiceState> ask(Service service) {
        URI work = properties.services().of(service).resolve("/actuator/health/work");
        HttpRequest request = HttpRequest.newBuilder(work).timeout(PATIENCE).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure != null
                        ? OperationsPage.Readiness.SILENT
                        : answer.statusCode() == 200
                                ? OperationsPage.Readiness.READY
                                : OperationsPage.Readiness.NOT_READY)
                .thenApply(readinessNow -> new OperationsPage.ServiceState(service, readinessNow, route(service)));
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
