package org.bluelamp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.bluelamp.gateway.GatewayProperties.Keycloak;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class GatewayPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "bluelamp.gateway.leave-to=https://example.org",
                    "bluelamp.gateway.keycloak.issuer=http://k",
                    "bluelamp.gateway.keycloak.keys=http://k/certs",
                    "bluelamp.gateway.keycloak.client-secret=s3cr3t",
                    "bluelamp.gateway.services.directory=http://d",
                    "bluelamp.gateway.services.news=http://n",
                    "bluelamp.gateway.services.alerts=http://a",
                    "bluelamp.gateway.services.feedback=http://f",
                    "bluelamp.gateway.limits.reads=1",
                    "bluelamp.gateway.limits.writes=1",
                    "bluelamp.gateway.limits.sign-ins=1",
                    "bluelamp.gateway.limits.at-once=1");

    @Test
    void the_secret_is_in_no_text() {
        assertThat(new Keycloak(URI.create("http://k"), URI.create("http://k/certs"), "s3cr3t"))
                .asString()
                .contains("http://k")
                .doesNotContain("s3cr3t");
    }

    @Test
    void the_gateway_does_not_start_without_what_it_must_know() {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("bluelamp.gateway.keycloak.client-secret=")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("clientSecret"));
        runner.withPropertyValues("bluelamp.gateway.limits.writes=0")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("limits.writes"));
    }

    @EnableConfigurationProperties(GatewayProperties.class)
    static class Settings {}
}
