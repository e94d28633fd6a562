package org.bluelamp.service.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Reads every handler of the service at its start and stops it when one says neither {@link PublicEndpoint} nor
 * {@link StaffEndpoint}, says a staff rule without roles, or asks for a {@link StaffMember} where anybody may call.
 */
final class EndpointRulesCheck implements SmartInitializingSingleton {

    /** Handlers of libraries; the filter chain names their paths. */
    private static final List<String> LIBRARIES = List.of("org.springframework.", "org.springdoc.");

    private final List<RequestMappingInfoHandlerMapping> mappings;

    EndpointRulesCheck(List<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> LIBRARIES.stream()
                        .noneMatch(handler.getValue().getBeanType().getName()::startsWith))
                .flatMap(handler -> fault(handler).stream())
                .sorted()
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Not every handler says who may call it (@PublicEndpoint or @StaffEndpoint):\n  "
                            + String.join("\n  ", faults));
        }
    }

    private static Optional<String> fault(Map.Entry<RequestMappingInfo, HandlerMethod> handler) {
        return problem(handler.getValue())
                .map(problem -> handler.getKey() + " " + handler.getValue().getShortLogMessage() + ": " + problem);
    }

    private static Optional<String> problem(HandlerMethod handler) {
        return switch (EndpointRules.rule(handler).orElse(null)) {
            case null -> Optional.of("has no rule");
            case EndpointRules.Staff staff when staff.roles().isEmpty() -> Optional.of("names no role");
            case EndpointRules.Everyone _
            when takesStaffMember(handler) -> Optional.of("takes a StaffMember, but anybody may call it");
            default -> Optional.empty();
        };
    }

    private static boolean takesStaffMember(HandlerMethod handler) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(StaffMember.class);
    }
}
