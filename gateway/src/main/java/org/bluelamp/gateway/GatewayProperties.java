package org.bluelamp.gateway;

import java.net.URI;
import org.bluelamp.gateway.route.Service;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the gateway leads to.
 *
 * @param leaveTo the neutral site for somebody who must leave ours quickly
 * @param keycloak who signs staff in
 * @param services where the services are
 */
@ConfigurationProperties("bluelamp.gateway")
public record GatewayProperties(URI leaveTo, Keycloak keycloak, Services services) {

    /**
     * The realm.
     *
     * @param issuer its address as browsers know it, and as tokens name it
     * @param keys its key set at the address at which the gateway itself reaches Keycloak, which inside a cluster is
     *     another; the token endpoint is its neighbour
     * @param clientSecret of the client {@code gateway}
     */
    public record Keycloak(URI issuer, URI keys, String clientSecret) {}

    /** The services' base addresses. */
    public record Services(URI directory, URI news, URI alerts, URI feedback) {

        /** The base address of a service. */
        public URI of(Service service) {
            return switch (service) {
                case DIRECTORY -> directory;
                case NEWS -> news;
                case ALERTS -> alerts;
                case FEEDBACK -> feedback;
            };
        }
    }
}
