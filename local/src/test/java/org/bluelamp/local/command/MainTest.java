package org.bluelamp.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.local.process.ChildProcess;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Launch;
import org.bluelamp.local.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void a_taken_port_is_said_in_one_line_with_who_has_it_and_nothing_is_started() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = freePorts();
            environment.put("BLUELAMP_PORT_NEWS", Integer.toString(socket.getLocalPort()));
            assertThat(run(environment, "up")).isEqualTo(1);
            assertThat(output())
                    .startsWith("Port " + socket.getLocalPort() + ", which news needs, is taken")
                    .hasLineCount(1);
            if (java.nio.file.Files.exists(Path.of("/proc/net/tcp"))) {
                assertThat(output())
                        .contains("by process " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void down_ends_what_a_killed_supervisor_has_left() {
        Path run = folder.resolve("run");
        ChildProcess left = ChildProcess.start(
                new Launch("news", 8102, List.of("sleep", "300"), Map.of(), folder, run, Farewell.TERM));
        try {
            assertThat(run(Map.of(), "status")).isEqualTo(3);
            assertThat(output()).contains("news").contains(Long.toString(left.pid()));
            assertThat(run(Map.of(), "down")).isZero();
            assertThat(left.isAlive()).isFalse();
            assertThat(output()).contains("left over from an earlier run were news");
        } finally {
            left.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void asking_for_a_restart_when_nothing_runs_says_what_to_do() {
        assertThat(run(Map.of(), "restart", "news")).isEqualTo(1);
        assertThat(output()).contains("`bluelamp up` starts it");
        assertThat(run(Map.of(), "restart")).isEqualTo(2);
        assertThat(run(Map.of(), "dance")).isEqualTo(2);
        assertThat(run(Map.of("BLUELAMP_PORT_OFFSET", "many"), "up")).isEqualTo(1);
        assertThat(output()).contains("BLUELAMP_PORT_OFFSET is not a number: many");
    }

    @Test
    void importing_while_nothing_runs_says_what_to_do() {
        assertThat(run(Map.of(), "import", "postcodes", "onspd.csv")).isEqualTo(1);
        assertThat(output())
                .startsWith("PostgreSQL does not run")
                .contains("`bluelamp up`")
                .hasLineCount(1);
    }

    private int run(Map<String, String> environment, String... args) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("BLUELAMP_STATE", folder.toString());
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return Main.run(List.of(args), all, out, out);
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> freePorts() {
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of(
                "GATEWAY",
                "DIRECTORY",
                "NEWS",
                "ALERTS",
                "FEEDBACK",
                "KEYCLOAK",
                "MAIL",
                "SMTP",
                "POSTGRES",
                "RABBITMQ",
                "RABBITMQ_DISTRIBUTION",
                "EPMD")) {
            environment.put("BLUELAMP_PORT_" + name, Integer.toString(Ports.free()));
        }
        return environment;
    }
}
