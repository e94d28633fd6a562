package org.bluelamp.messaging.example;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bluelamp.local.rabbit.RabbitNode;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.testing.TestDatabase;
import org.bluelamp.testing.TestPostgres;
import org.bluelamp.testing.TestRabbit;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A broker and the two services, each with its own database; several instances of each may run. Closing it ends all that
 * it started.
 */
public final class Neighbourhood implements AutoCloseable {

    private final RabbitNode node;
    private final String virtualHost;
    private final TestDatabase townDatabase = TestPostgres.database("town");
    private final TestDatabase watchDatabase = TestPostgres.database("watch");
    private final TestDatabase elsewhere = TestPostgres.database("watch");
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private @Nullable RabbitTemplate broker;

    static {
        // A machine that builds several modules at once is slow, not wrong.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

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

    /** What lies in the town's database. */
    public JdbcClient townData() {
        return JdbcClient.create(townDatabase.dataSource());
    }

    /** What lies in the watch's database. */
    public JdbcClient watchData() {
        return JdbcClient.create(watchDatabase.dataSource());
    }

    /** Breaks off all connections to the watch's database and lets nobody in. */
    public void shutWatchDatabase() {
        beside().sql("alter database " + watchName() + " with allow_connections false")
                .update();
        beside().sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(watchName())
                .query()
                .listOfRows();
    }

    /** Lets everybody in again. */
    public void openWatchDatabase() {
        beside().sql("alter database " + watchName() + " with allow_connections true")
                .update();
    }

    /** The owner of a database shuts it from another one. */
    private JdbcClient beside() {
        return JdbcClient.create(
                new TestDatabase(elsewhere.url(), watchDatabase.user(), watchDatabase.password()).dataSource());
    }

    private String watchName() {
        return watchDatabase.url().substring(watchDatabase.url().lastIndexOf('/') + 1);
    }

    /** Straight to the broker, as some other service might. */
    public RabbitTemplate broker() {
        if (broker == null) {
            CachingConnectionFactory connections =
                    new CachingConnectionFactory("127.0.0.1", node.settings().port());
            connections.setUsername(node.settings().user());
            connections.setPassword(node.settings().password());
            connections.setVirtualHost(virtualHost);
            broker = new RabbitTemplate(connections);
        }
        return broker;
    }

    /** Has an event of the town arrive at the watch as it came over the wire. */
    public void announce(String id, String code, long version, String json) {
        Message message = MessageBuilder.withBody(json.getBytes(StandardCharsets.UTF_8))
                .setContentType("application/json")
                .copyHeaders(
                        Envelope.headers(id, "town", Town.LIT, code, version, Instant.parse("2026-11-01T08:00:00Z")))
                .build();
        broker().send("town", Town.LIT, message);
    }

    /** A queue of a stranger that takes all the town announces. */
    public String eavesdrop() {
        String queue = "everything-of-town";
        RabbitAdmin admin = new RabbitAdmin(broker());
        admin.declareExchange(new TopicExchange("town"));
        admin.declareQueue(new Queue(queue));
        admin.declareBinding(new Binding(queue, Binding.DestinationType.QUEUE, "town", "#", null));
        return queue;
    }

    /** How many messages lie in the queue. */
    public long waitingIn(String queue) {
        QueueInformation information = new RabbitAdmin(broker()).getQueueInfo(queue);
        return information == null ? 0 : information.getMessageCount();
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
        all.put("bluelamp.messaging.first-retry", "200ms");
        all.put("bluelamp.messaging.last-retry", "1s");
        all.put("spring.cloud.stream.default.consumer.back-off-initial-interval", "50");
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
        if (broker != null && broker.getConnectionFactory() instanceof CachingConnectionFactory connections) {
            connections.destroy();
        }
    }
}
