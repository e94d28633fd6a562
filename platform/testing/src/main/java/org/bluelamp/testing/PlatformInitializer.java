package org.bluelamp.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.bluelamp.local.rabbit.RabbitNode;
import org.bluelamp.local.secret.Secrets;
import org.bluelamp.testing.staff.TestIssuer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Gives a context a database, a virtual host and the variables that a service reads from its environment. */
public final class PlatformInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String service =
                environment.getProperty("spring.application.name", "service").replace('-', '_');
        Map<String, Object> variables = new HashMap<>();
        database(variables, TestPostgres.database(service));
        if (!environment.getProperty("bluelamp.test.rabbit", Boolean.class, true)) {
            variables.put("RABBITMQ_PORT", 1);
        } else {
            broker(variables, TestRabbit.shared(), TestRabbit.virtualHost());
        }
        variables.put("PORT", 0);
        TestIssuer issuer = TestIssuer.shared();
        variables.put("KEYCLOAK_ISSUER", issuer.issuer());
        variables.put("KEYCLOAK_JWKS_URL", issuer.jwksUrl());
        variables.put("KEYCLOAK_CLIENT_SECRET", "for-tests-only");
        variables.put("PUBLIC_URL", "http://localhost:8080");
        variables.put("DEMO_DATA", false);
        variables.put("SMTP_HOST", "127.0.0.1");
        variables.put("SMTP_PORT", 1);
        variables.put("SMTP_USER", "");
        variables.put("SMTP_PASSWORD", "");
        variables.put("MAIL_FROM", "alerts@bluelamp.example");
        variables.put("ADDRESS_HASH_KEY", key("address-hash"));
        variables.put("LINK_KEY", key("link"));
        for (String name : new String[] {"DIRECTORY", "NEWS", "ALERTS", "FEEDBACK"}) {
            variables.put(name + "_URL", "http://127.0.0.1:1");
        }
        if (service.equals("alerts")) {
            variables.put("ADDRESS_KEYS", Secrets.newKeyset());
        }
        if (service.equals("news") || service.equals("alerts")) {
            variables.put("WEBHOOK_KEYS", Secrets.newKeyset());
            // Tests listen on this machine.
            variables.put("bluelamp.webhook.private-targets", "true");
        }
        if (service.equals("feedback")) {
            variables.put("CONTACT_KEYS", Secrets.newKeyset());
        }
        // Weaker than the test's own properties, stronger than what the machine happens to have set.
        environment
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("bluelamp-test", variables));
    }

    private static void database(Map<String, Object> variables, TestDatabase database) {
        variables.put("DATABASE_URL", database.url());
        variables.put("DATABASE_USER", database.user());
        variables.put("DATABASE_PASSWORD", database.password());
    }

    private static void broker(Map<String, Object> variables, RabbitNode node, String virtualHost) {
        variables.put("RABBITMQ_HOST", "127.0.0.1");
        variables.put("RABBITMQ_PORT", node.settings().port());
        variables.put("RABBITMQ_USER", node.settings().user());
        variables.put("RABBITMQ_PASSWORD", node.settings().password());
        variables.put("spring.rabbitmq.virtual-host", virtualHost);
    }

    /** A key of 32 bytes that is the same in every run. */
    private static String key(String name) {
        byte[] bytes = new byte[32];
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, bytes, 0, Math.min(text.length, bytes.length));
        return Base64.getEncoder().encodeToString(bytes);
    }
}
