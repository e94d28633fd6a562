package org.bluelamp.local.rabbit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.Await;
import org.bluelamp.local.process.ChildProcess;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Launch;
import org.bluelamp.local.process.Ports;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A RabbitMQ node of our own beside whatever broker the machine runs: own name, ports, data, cookie and port mapper. It
 * can be stopped and started again on the same data and ports.
 */
public final class RabbitNode {

    /** The part's name, also of its log. */
    public static final String NAME = "rabbitmq";

    /** The name of Erlang's port mapper, which belongs to the node. */
    public static final String EPMD = "epmd";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RabbitSettings settings;
    private @Nullable ChildProcess epmd;
    private @Nullable ChildProcess process;

    private RabbitNode(RabbitSettings settings) {
        this.settings = settings;
    }

    /** A node that is not started yet. */
    public static RabbitNode in(RabbitSettings settings) {
        return new RabbitNode(settings);
    }

    /**
     * Starts the node and waits until it serves; nothing happens if it runs.
     *
     * @throws LocalException when RabbitMQ is not installed or the node does not start
     */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        RabbitInstallation installation = RabbitInstallation.find();
        try {
            Files.createDirectories(settings.folder());
            writeForOwner(file("rabbitmq.conf"), configuration());
            Files.writeString(file("enabled_plugins"), "[].\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            startPortMapper(installation);
            ChildProcess started = ChildProcess.start(launch(
                    NAME,
                    settings.port(),
                    List.of(installation.scripts().resolve("rabbitmq-server").toString())));
            process = started;
            Await.ready(NAME, started, START_LIMIT, this::speaksAmqp);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** The password stands in it. */
    private static void writeForOwner(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /** Erlang would start one by itself, in the background and for good; this one is ours to end. */
    private void startPortMapper(RabbitInstallation installation) {
        if (epmd != null && epmd.isAlive()) {
            return;
        }
        ChildProcess started = ChildProcess.start(launch(
                EPMD,
                settings.epmdPort(),
                List.of(
                        installation.epmd().toString(),
                        "-port",
                        Integer.toString(settings.epmdPort()),
                        "-address",
                        "127.0.0.1")));
        epmd = started;
        Await.ready(EPMD, started, Duration.ofSeconds(10), () -> Ports.answers(settings.epmdPort()));
    }

    /** Stops the node and its port mapper; durable queues and their messages stay. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
        if (epmd != null) {
            epmd.stop(Duration.ofSeconds(5));
        }
    }

    /** Whether the node runs. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The node's process and its port mapper's, since the last start. */
    public List<ChildProcess> processes() {
        return Stream.of(process, epmd).filter(Objects::nonNull).toList();
    }

    /** Ports, user and password. */
    public RabbitSettings settings() {
        return settings;
    }

    /**
     * Runs {@code rabbitmqctl}; takes about a second.
     *
     * @return its output
     * @throws LocalException with its output when it fails
     */
    public String ctl(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                RabbitInstallation.find().scripts().resolve("rabbitmqctl").toString(), "--quiet"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment());
            Process ctl = builder.start();
            ctl.getOutputStream().close();
            String output = new String(ctl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ctl.waitFor() != 0) {
                throw new LocalException("rabbitmqctl " + String.join(" ", arguments) + " failed: " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while waiting for rabbitmqctl", e);
        }
    }

    /** Makes a virtual host in which the node's user may do everything. */
    public void createVirtualHost(String name) {
        if (!name.matches("[a-zA-Z0-9_-]+")) {
            throw new IllegalArgumentException("Not a name for a virtual host: " + name);
        }
        // One call of rabbitmqctl instead of two: each starts an Erlang of its own.
        ctl("eval", """
                rabbit_vhost:add(<<"%1$s">>, <<"bluelamp">>),
                rabbit_auth_backend_internal:set_permissions(
                    <<"%2$s">>, <<"%1$s">>, <<".*">>, <<".*">>, <<".*">>, <<"bluelamp">>).
                """.formatted(name, settings.user()));
    }

    /** The queues of a virtual host ({@code /} is the default one). */
    public List<Queue> queues(String virtualHost) {
        return rows("list_queues", virtualHost, "name", "type", "durable", "arguments", "messages", "consumers")
                .stream()
                .map(row -> new Queue(
                        text(row, "name"),
                        text(row, "type"),
                        Boolean.parseBoolean(text(row, "durable")),
                        arguments(row),
                        number(row, "messages"),
                        number(row, "consumers")))
                .toList();
    }

    /** The bindings of a virtual host, without those that every queue has to the default exchange. */
    public List<Binding> bindings(String virtualHost) {
        return rows("list_bindings", virtualHost, "source_name", "destination_name", "routing_key").stream()
                .map(row ->
                        new Binding(text(row, "source_name"), text(row, "destination_name"), text(row, "routing_key")))
                .filter(binding -> !binding.exchange().isEmpty())
                .toList();
    }

    /** The exchanges of a virtual host, without those that come with the broker. */
    public List<Exchange> exchanges(String virtualHost) {
        return rows("list_exchanges", virtualHost, "name", "type", "durable").stream()
                .map(row ->
                        new Exchange(text(row, "name"), text(row, "type"), Boolean.parseBoolean(text(row, "durable"))))
                .filter(exchange ->
                        !exchange.name().isEmpty() && !exchange.name().startsWith("amq."))
                .toList();
    }

    /** The server's configuration; what matters on a small machine is said beside it. */
    private String configuration() {
        return """
                listeners.tcp.local = 127.0.0.1:%d
                default_user = %s
                default_pass = %s
                # A quarter of the default: the write-ahead log of quorum queues is also held in memory.
                raft.wal_max_size_bytes = 67108864
                vm_memory_high_watermark.absolute = 512MiB
                disk_free_limit.absolute = 200MB
                """.formatted(settings.port(), settings.user(), settings.password());
    }

    private Launch launch(String name, int port, List<String> command) {
        return new Launch(name, port, command, environment(), settings.folder(), settings.run(), Farewell.TERM);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", absolute(""));
        environment.put("RABBITMQ_NODENAME", "bluelamp" + settings.port() + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(settings.port()));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(settings.distributionPort()));
        environment.put("RABBITMQ_MNESIA_BASE", absolute("data"));
        environment.put(
                "RABBITMQ_LOG_BASE",
                settings.run().toAbsolutePath().resolve("rabbitmq").toString());
        environment.put("RABBITMQ_CONFIG_FILE", absolute("rabbitmq.conf"));
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", absolute("enabled_plugins"));
        environment.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
        environment.put("ERL_EPMD_PORT", Integer.toString(settings.epmdPort()));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        // Without it the start script stays in between and a signal reaches the wrong process.
        environment.put("RUNNING_UNDER_SYSTEMD", "true");
        environment.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-noinput -kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +SDio 4 +A 16");
        return environment;
    }

    private String absolute(String name) {
        return file(name).toAbsolutePath().toString();
    }

    private Path file(String name) {
        return settings.folder().resolve(name);
    }

    /** Whether the broker answers AMQP's greeting; its listener opens when the rest of the node is up. */
    private boolean speaksAmqp() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 500);
            socket.setSoTimeout(2_000);
            OutputStream out = socket.getOutputStream();
            out.write(new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1});
            out.flush();
            InputStream in = socket.getInputStream();
            // The first byte of the frame that carries connection.start.
            return in.read() == 1;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Map<String, Object>> rows(String command, String virtualHost, String... columns) {
        List<String> arguments = new ArrayList<>(List.of("--formatter", "json", command, "-p", virtualHost));
        arguments.addAll(List.of(columns));
        String output = ctl(arguments.toArray(String[]::new));
        return JSON.readValue(output, new TypeReference<>() {});
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.getOrDefault(column, ""));
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** They come as triples of name, type and value. */
    private static Map<String, Object> arguments(Map<String, Object> row) {
        if (!(row.get("arguments") instanceof List<?> arguments)) {
            return Map.of();
        }
        return arguments.stream()
                .filter(List.class::isInstance)
                .<List<?>>map(List.class::cast)
                .collect(Collectors.toUnmodifiableMap(
                        triple -> String.valueOf(triple.getFirst()), triple -> (Object) triple.getLast()));
    }

    /**
     * A queue as the broker tells it.
     *
     * @param type {@code quorum} or {@code classic}
     * @param arguments as declared, for example {@code x-dead-letter-exchange}
     * @param messages ready and unacknowledged ones
     */
    public record Queue(
            String name, String type, boolean durable, Map<String, Object> arguments, long messages, long consumers) {}

    /** A binding of a queue to an exchange. */
    public record Binding(String exchange, String queue, String routingKey) {}

    /** An exchange, for example of type {@code topic}. */
    public record Exchange(String name, String type, boolean durable) {}
}
