package org.bluelamp.gateway.signin;

import static org.springframework.security.oauth2.core.OAuth2ErrorCodes.INVALID_GRANT;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Gives a service the access token of the member of staff who is signed in, renewed when it has run out. Only addresses
 * of staff and of the API get one; a resident's page never looks for a session at all.
 */
@Component
public class TokenRelay implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(TokenRelay.class);

    private final OAuth2AuthorizedClientManager clients;

    /** @param clients keeps and renews tokens */
    public TokenRelay(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        String path = request.requestPath().pathWithinApplication().value();
        boolean page = path.startsWith("/staff/");
        if (!page && !path.startsWith("/api/v1/")) {
            return next.handle(request);
        }
        String token;
        try {
            token = token(request.servletRequest());
        } catch (ClientAuthorizationRequiredException signInAgain) {
            // A page leads to sign-in; a script is told by the service that nobody is signed in.
            if (page) {
                throw signInAgain;
            }
            token = null;
        }
        return token == null ? next.handle(request) : next.handle(with(token, request));
    }

    private static ServerRequest with(String token, ServerRequest request) {
        return ServerRequest.from(request)
                .headers(headers -> headers.setBearerAuth(token))
                .build();
    }

    /**
     * The access token of the member of staff who is signed in; null when nobody is.
     *
     * @throws ClientAuthorizationRequiredException when they have to sign in again
     * @throws ResponseStatusException 503 when Keycloak did not renew it
     */
    public @Nullable String token(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken member)) {
            return null;
        }
        try {
            OAuth2AuthorizedClient client = clients.authorize(
                    OAuth2AuthorizeRequest.withClientRegistrationId(member.getAuthorizedClientRegistrationId())
                            .principal(member)
                            .attribute(HttpServletRequest.class.getName(), request)
                            .build());
            return client == null ? null : client.getAccessToken().getTokenValue();
        } catch (ClientAuthorizationRequiredException signInAgain) {
            throw signInAgain;
        } catch (ClientAuthorizationException failure) {
            if (INVALID_GRANT.equals(failure.getError().getErrorCode())) {
                // Keycloak ended the session meanwhile.
                throw new ClientAuthorizationRequiredException(failure.getClientRegistrationId());
            }
            log.warn("Keycloak did not renew a token: {}", failure.getError());
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Sign-in is not available", failure);
        }
    }
}
