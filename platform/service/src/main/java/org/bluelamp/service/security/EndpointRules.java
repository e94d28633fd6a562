package org.bluelamp.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Decides about a request by the rule on the handler that will answer it: {@link PublicEndpoint} or
 * {@link StaffEndpoint}, on the method or else on its class. A handler without a rule answers nobody. A request that no
 * handler answers passes, so that it ends as "not found" or "method not allowed" and not as "sign in". When looking for
 * the handler fails in any other way, nobody passes.
 */
final class EndpointRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Logger log = LoggerFactory.getLogger(EndpointRules.class);

    private final ObjectProvider<HandlerMapping> mappings;
    private volatile @Nullable List<HandlerMapping> ordered;

    EndpointRules(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        try {
            return new AuthorizationDecision(handler(context.getRequest())
                    .map(handler -> allows(handler, authentication))
                    .orElse(true));
        } catch (Exception unknown) {
            log.error("Nobody passes, for the handler of a request could not be found", unknown);
            return new AuthorizationDecision(false);
        }
    }

    private static boolean allows(Object handler, Supplier<? extends @Nullable Authentication> authentication) {
        if (!(handler instanceof HandlerMethod method)) {
            return false;
        }
        return rule(method).map(rule -> rule.allows(authentication)).orElse(false);
    }

    /** The rule on a handler, or empty when there is none. */
    static Optional<Rule> rule(HandlerMethod handler) {
        if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
            return Optional.of(new Everyone());
        }
        return rule(handler.getMethod()).or(() -> rule(handler.getBeanType()));
    }

    private static Optional<Rule> rule(AnnotatedElement element) {
        StaffEndpoint staff = AnnotatedElementUtils.findMergedAnnotation(element, StaffEndpoint.class);
        if (staff != null) {
            return Optional.of(new Staff(Set.of(staff.value())));
        }
        return AnnotatedElementUtils.hasAnnotation(element, PublicEndpoint.class)
                ? Optional.of(new Everyone())
                : Optional.empty();
    }

    /** Asks the handler mappings in the order in which the dispatcher will. */
    private Optional<Object> handler(HttpServletRequest request) throws Exception {
        ServletRequestPathUtils.parseAndCache(request);
        for (HandlerMapping mapping : mappings()) {
            try {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null) {
                    return Optional.of(chain.getHandler());
                }
            } catch (HttpRequestMethodNotSupportedException
                    | HttpMediaTypeException
                    | ServletRequestBindingException
                    | NoHandlerFoundException
                    | NoResourceFoundException noHandlerWillRun) {
                // Wrong method, content type or parameter: the dispatcher meets the same and answers 405, 415, 406 or
                // 400.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<HandlerMapping> mappings() {
        List<HandlerMapping> known = ordered;
        if (known == null) {
            known = mappings.orderedStream().toList();
            ordered = known;
        }
        return known;
    }

    /** Who may call a handler. */
    sealed interface Rule {

        boolean allows(Supplier<? extends @Nullable Authentication> authentication);
    }

    /** Anybody. */
    record Everyone() implements Rule {

        @Override
        public boolean allows(Supplier<? extends @Nullable Authentication> authentication) {
            return true;
        }
    }

    /**
     * Signed-in staff.
     *
     * @param roles one of these is needed
     */
    record Staff(Set<Role> roles) implements Rule {

        @Override
        public boolean allows(Supplier<? extends @Nullable Authentication> authentication) {
            return StaffTokens.member(authentication.get())
                    .filter(member -> roles.stream().anyMatch(member.roles()::contains))
                    .isPresent();
        }
    }
}
