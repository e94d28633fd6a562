package org.bluelamp.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    private Path folder;

    @Test
    void a_process_is_noted_while_it_runs_and_forgotten_when_it_was_stopped() {
        ChildProcess process = ChildProcess.start(sleeper("news"));
        try {
            assertThat(RunningProcess.find(folder, "news")).hasValueSatisfying(found -> {
                assertThat(found.handle().pid()).isEqualTo(process.pid());
                assertThat(found.port()).isEqualTo(8102);
            });
        } finally {
            process.stop(Duration.ofSeconds(5));
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(RunningProcess.find(folder, "news")).isEmpty();
    }

    @Test
    void a_number_that_was_given_to_a_strangers_process_is_not_taken_for_ours() throws IOException {
        ChildProcess process = ChildProcess.start(sleeper("news"));
        try {
            Path file = folder.resolve("news.pid");
            Files.writeString(
                    file, Files.readString(file).replaceAll("since=.*", "since=2020-01-01T00\\\\:00\\\\:00Z"));
            assertThat(RunningProcess.find(folder, "news")).isEmpty();
        } finally {
            process.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_process_that_does_not_listen_is_ended_after_the_patience_is_over() {
        ChildProcess process = ChildProcess.start(launch("deaf", "trap '' TERM; while true; do sleep 0.1; done"));
        process.stop(Duration.ofMillis(300));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @Timeout(30)
    void a_process_that_only_holds_on_to_write_its_class_cache_is_not_waited_for() {
        String recording = "-XX:AOTCacheOutput=" + folder.resolve("news.aot.recording");
        ChildProcess process = ChildProcess.start(new Launch(
                "news",
                0,
                List.of("sh", "-c", "trap '' TERM; while true; do sleep 0.1; done", recording),
                Map.of(),
                folder,
                folder,
                Farewell.TERM));
        process.stop(Duration.ofMinutes(2));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void the_processes_of_a_jvm_that_was_killed_end_with_it() throws Exception {
        Process jvm = new ProcessBuilder(
                        Java.launcher(), "-cp", Java.classPath(), Keeper.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keeper.log").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (RunningProcess.find(folder, "kept").isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        ProcessHandle kept = RunningProcess.find(folder, "kept").orElseThrow().handle();

        jvm.destroyForcibly();

        kept.onExit().get(30, TimeUnit.SECONDS);
        assertThat(kept.isAlive()).isFalse();
    }

    @Test
    void it_is_known_who_has_a_port() throws IOException {
        try (java.net.ServerSocket socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(Ports.answers(socket.getLocalPort())).isTrue();
            if (Files.exists(Path.of("/proc/net/tcp"))) {
                assertThat(Ports.owner(socket.getLocalPort())).contains(ProcessHandle.current());
            }
        }
    }

    /** A JVM that starts a process and then waits to be killed. */
    static final class Keeper {

        public static void main(String[] args) throws InterruptedException {
            Path run = Path.of(args[0]);
            ChildProcess.start(new Launch("kept", 0, List.of("sleep", "300"), Map.of(), run, run, Farewell.TERM));
            Thread.sleep(300_000);
        }
    }

    private Launch sleeper(String name) {
        return new Launch(name, 8102, List.of("sleep", "300"), Map.of(), folder, folder, Farewell.TERM);
    }

    private Launch launch(String name, String script) {
        return new Launch(name, 0, List.of("sh", "-c", script), Map.of(), folder, folder, Farewell.TERM);
    }
}
