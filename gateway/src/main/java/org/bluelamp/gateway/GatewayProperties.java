package org.bluelamp.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import org.bluelamp.gateway.route.Service;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the gateway leads to.
 *
 * @param leaveTo the neutral site for somebody who must leave ours quickly
 * @param keycloak who signs staff in
 * @param services where the services are
 * @param limits how much one caller may ask
 */
@Validated
@ConfigurationProperties("bluelamp.gateway")
public record GatewayProperties(
        @NotNull URI leaveTo,
        @NotNull @Valid Keycloak keycloak,
        @NotNull @Valid Services services,
        @NotNull @Valid Limits limits) {

    /**
     * How much one caller may ask of one replica.
     *
     * @param reads of pages and data, in a minute
     * @param writes of forms and of the API, in ten minutes
     * @param signIns requests of the way through sign-in, in ten minutes
     * @param atOnce requests of any kind at the same moment
     */
    public record Limits(
            @Positive int reads,
            @Positive int writes,
            @Positive int signIns,
            @Positive int atOnce) {}

    /**
     * The realm.
     *
     * @param issuer its address as browsers know it, and as tokens name it
     * @param keys its key set at the address at which the gateway itself reaches Keycloak, which inside a cluster is
     *     another; the token endpoint is its neighbour
     * @param clientSecret of the client {@code gateway}
     */
    public record Keycloak(
            @NotNull URI issuer,
            @NotNull URI keys,
            @NotBlank String clientSecret) {

        /** Without the secret, which a log must not hold. */
        @Override
        public String toString() {
            return "Keycloak[issuer=" + issuer + ", keys=" + keys + "]";
        }
    }

    /** The services' base addresses. */
    public record Services(
            @NotNull URI directory,
            @NotNull URI news,
            @NotNull URI alerts,
            @NotNull URI feedback) {

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
