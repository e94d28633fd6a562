package org.bluelamp.messaging.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.local.rabbit.RabbitNode;
import org.bluelamp.testing.TestDatabase;
import org.bluelamp.testing.TestPostgres;
import org.bluelamp.testing.TestRabbit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A broker and the two services, each with its own database; several instances of each may run. Closing it ends all that
 * it started.
 */
public final class Neighbourhood implements AutoCloseable {

    private final RabbitNode node;
    private final String virtualHost;
    private final TestDatabase townDatabase = TestPostgres.database("town");
    private final TestDatabase watchDatabase = TestPostgres.database("watch");
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    /** On the broker that all tests share. */
    public Neighbourhood() {
        this(TestRabbit.shared(), TestRabbit.virtualHost());
    }

    /** On a broker that the test may stop. */
    public Neighbourhood(RabbitNode node, String virtualHost) {
        this.node = node;
        this.virtualHost = virtualHost;
    }

    /** Another instance of the town. */
    public ConfigurableApplicationContext town(String... properties) {
        return start(
                Town.class,
                "town",
                townDatabase,
                Map.of(
                        "spring.cloud.function.definition", "watchEvents",
                        "spring.cloud.stream.bindings.watchEvents-in-0.destination", "watch",
                        "spring.cloud.stream.rabbit.bindings.watchEvents-in-0.consumer.binding-routing-key",
                                "watch.snapshot.requested"),
                properties);
    }

    /** Another instance of the watch. */
    public ConfigurableApplicationContext watch(String... properties) {
        return start(
                Watch.class,
                "watch",
                watchDatabase,
                Map.of(
                        "spring.cloud.function.definition", "townEvents",
                        "spring.cloud.stream.bindings.townEvents-in-0.destination", "town",
                        "spring.cloud.stream.rabbit.bindings.townEvents-in-0.consumer.binding-routing-key", Town.LIT),
                properties);
    }

    public RabbitNode node() {
        return node;
    }

    public String virtualHost() {
        return virtualHost;
    }

    private ConfigurableApplicationContext start(
            Class<?> service, String name, TestDatabase database, Map<String, Object> bindings, String... properties) {
        Map<String, Object> all = new HashMap<>(bindings);
        all.put("spring.application.name", name);
        all.put("spring.config.import", "classpath:bluelamp-messaging.yaml");
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.username", database.user());
        all.put("spring.datasource.password", database.password());
        all.put("spring.datasource.hikari.maximum-pool-size", 4);
        all.put("spring.datasource.hikari.connection-timeout", 1000);
        all.put("spring.rabbitmq.virtual-host", virtualHost);
        all.put("RABBITMQ_HOST", "127.0.0.1");
        all.put("RABBITMQ_PORT", node.settings().port());
        all.put("RABBITMQ_USER", node.settings().user());
        all.put("RABBITMQ_PASSWORD", node.settings().password());
        all.put("spring.main.banner-mode", "off");
        Arrays.stream(properties).map(property -> property.split("=", 2)).forEach(pair -> all.put(pair[0], pair[1]));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .properties(all)
                .run();
        running.add(context);
        return context;
    }

    @Override
    public void close() {
        running.reversed().forEach(ConfigurableApplicationContext::close);
    }
}
